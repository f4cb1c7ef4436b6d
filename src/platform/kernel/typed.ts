/** What was typed, in normal width and without space around it; what is no text stays as it is. */
export const plainTyped = (typed: unknown): unknown =>
  typeof typed === "string" ? typed.normalize("NFKC").trim() : typed;

/** 1875, 1,875, 74.1, −3; nothing that a keyboard's slip could mean. */
const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/**
 * A number as offices type it: full-width digits and commas between thousands are read. Nothing typed is undefined,
 * never 0; what is no number is NaN. `units` may stand behind it: 40人, 3,000円.
 */
export function readNumber(typed: unknown, units: readonly string[] = []): unknown {
  if (typeof typed !== "string") return typed;
  const text = String(plainTyped(typed)).replace("−", "-");
  const unit = units.map((one) => one.normalize("NFKC")).find((one) => one !== "" && text.endsWith(one));
  const plain = (unit ? text.slice(0, -unit.length) : text).trim();
  if (plain === "") return text === "" ? undefined : Number.NaN;
  return NUMBER.test(plain) ? Number(plain.replaceAll(",", "")) : Number.NaN;
}
