import { redirect } from "react-router";

/** A page that says nothing of where somebody comes from. */
const AWAY = "https://www.jma.go.jp/";

/** Away to a page that says nothing. No page there learns where it was left, and none stays in a store of the browser. */
export const awayFrom = (headers: Readonly<Record<string, string>> = {}): Response =>
  redirect(AWAY, { headers: { ...headers, "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" } });
