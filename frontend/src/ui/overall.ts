/** The context of what lies over the whole page, such as a dialog: nothing beside it can be seen or used. */
export const overAll = Symbol("over all");
