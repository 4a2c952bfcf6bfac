// Nothing is set: the file keeps the tools from looking for one.
export default {};
