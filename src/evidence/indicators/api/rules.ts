/** Where the next page of observations begins: after this area, indicator and year. */
export type Cursor = Readonly<{ areaId: string; indicatorNo: number; fiscalYear: number }>;

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.areaId, cursor.indicatorNo, cursor.fiscalYear])).toString("base64url");

/** Undefined where the text is no cursor of ours. */
export function readCursor(text: string): Cursor | undefined {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, "base64url").toString("utf8");
  const match = /^\["([a-z0-9-]{1,60})",(\d{1,5}),(\d{4})\]$/.exec(decoded);
  return match
    ? { areaId: match[1]!, indicatorNo: Number(match[2]), fiscalYear: Number(match[3]) }
    : undefined;
}
