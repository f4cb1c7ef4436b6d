import { VISITOR } from "#foundation/actors/public.ts";
import { lookUpArea } from "#foundation/areas/public.ts";
import { findThings } from "#foundation/search/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { foundKinds } from "../search.ts";
import type { Language } from "./messages.ts";

const MOST = 20;

type Asked = Readonly<{ text: string; to: "ask" | "health"; language: Language }>;

/**
 * Where whoever names a place is led: to the one area of that name, or to the one municipality in which all towns of that
 * name or postcode lie. Where it may be several or none, to what the search finds.
 */
export async function wayFrom(app: App, { text, to, language }: Asked): Promise<string> {
  const english: Record<string, string> = language === "en" ? { lang: "en" } : {};
  const query = (more: Record<string, string> = {}) => {
    const all = new URLSearchParams({ ...more, ...english }).toString();
    return all ? `?${all}` : "";
  };
  if (text === "") return to === "ask" ? `/${query()}#find` : `/areas${query()}`;
  const slug = await placeOf(app, text);
  if (slug === undefined) return `/search${query({ q: text })}`;
  return `/areas/${slug}${to === "ask" ? "/ask" : ""}${query()}`;
}

async function placeOf(app: App, text: string): Promise<string | undefined> {
  const named = await lookUpArea(app, VISITOR, { text });
  if (named.ok && named.value) return named.value.slug;
  const kinds = (await foundKinds()).filter(({ kind }) => kind === "area" || kind === "town");
  const groups = expectOk(await findThings(app, VISITOR, { text, kinds, most: MOST }));
  for (const kind of ["area", "town"]) {
    const hits = groups.find((group) => group.kind === kind)?.hits ?? [];
    const slugs = new Set(hits.map((hit) => /^\/areas\/([^/?]+)/.exec(hit.to)?.[1]));
    if (slugs.size === 1) return [...slugs][0];
  }
  return undefined;
}
