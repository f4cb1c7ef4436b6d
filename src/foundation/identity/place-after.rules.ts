/**
 * Where to go after signing in: the page that asked for it, never one of another site. Browsers drop tabs and line
 * ends, fold `\\` into `/` and resolve `..`, so the address is judged, and sent, as they would read it.
 */
export function placeAfter(url: URL): string {
  const next = url.searchParams.get("next") ?? "";
  const own = url.origin;
  if (!next.startsWith("/") || !URL.canParse(next, own)) return "/today";
  const read = new URL(next, own);
  const place = `${read.pathname}${read.search}`;
  const stays = read.origin === own && !place.startsWith("//");
  return stays && !/^\/(sign-in|sign-out|lock)\b/.test(place) ? place : "/today";
}
