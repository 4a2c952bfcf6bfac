// An attendance rule as two parts: an amount and its unit. What counts as attended is reckoned by the program alone.

export type Unit = "%" | "min";
export interface Rule {
  amount: number;
  unit: Unit;
}

/** The most of each unit that the program takes. */
export const most: Record<Unit, number> = { "%": 100, min: 1440 };

/** parse reads "50%" or "60min"; undefined for anything else. */
export function parse(text: string): Rule | undefined {
  const [, amount, unit] = /^(\d{1,4})(%|min)$/.exec(text) ?? [];
  if (!amount) return undefined;
  const rule = { amount: Number(amount), unit: unit as Unit };
  return rule.amount >= 1 && rule.amount <= most[rule.unit] ? rule : undefined;
}

/** write writes a rule as the program reads it; "" when its amount is out of bounds or no whole number. */
export function write({ amount, unit }: Rule): string {
  return Number.isInteger(amount) && amount >= 1 && amount <= most[unit] ? `${amount}${unit}` : "";
}
