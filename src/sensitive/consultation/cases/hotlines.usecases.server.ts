import { readFile } from "node:fs/promises";

const FILE = new URL("../../../../reference/hotlines.json", import.meta.url);

export type Hotline = Readonly<{ name: string; number: string; hours: string; seen: string; source: string }>;

/** Numbers to give to who is in need now, each with the day on which it was seen. */
export async function readHotlines(): Promise<readonly Hotline[]> {
  return (JSON.parse(await readFile(FILE, "utf8")) as { hotlines: readonly Hotline[] }).hotlines;
}
