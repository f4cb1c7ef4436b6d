import { readFileSync } from "node:fs";

/** A duty to notify, with the article and who may be told: dated data, not code. */
type Duty = Readonly<{
  key: "child" | "elderly" | "disabled";
  name: string;
  article: string;
  receivers: string;
  sectors: readonly string[];
  /** Parts of the names of such offices outside the system. */
  named: readonly string[];
}>;

const FILE = new URL("../../../../reference/consent/duties.json", import.meta.url);
const { duties } = JSON.parse(readFileSync(FILE, "utf8")) as { duties: readonly Duty[] };

export const DUTY_OPTIONS = duties.map(({ key, name, article }) => ({
  value: key as string,
  label: `${name}（${article}）`,
}));

/** Why that office may not be told by that duty; undefined where it may. A duty opens the way to its receivers alone. */
export function refusedBy(
  duty: string,
  { sector, name }: Readonly<{ sector: string | null; name: string }>,
): string | undefined {
  const one = duties.find(({ key }) => key === duty);
  if (!one) return "通告・通報の種類を選択してください。";
  const told = sector ? one.sectors.includes(sector) : one.named.some((part) => name.includes(part));
  return told ? undefined : `${one.name}先（${one.receivers}）から選択してください。`;
}
