import type { FIND } from "../find/find.messages.ts";
import type { FindQuery } from "../find/find.schema.ts";
import { queryOf } from "../find/find-form.present.ts";

type Row = Readonly<{
  id: string;
  slug: string;
  name: string;
  kindName: string;
  now: string;
  phone: string;
  address: string;
}>;
type Embedded = Readonly<{
  area: Readonly<{ slug: string; name: string }>;
  rows: readonly Row[];
  more: boolean;
  asked: FindQuery;
  language: "ja" | "en";
  origin: string;
  text: (typeof FIND)["ja" | "en"];
}>;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

/** A whole page of its own: plain HTML that carries its few looks as attributes, since style elements are refused. */
export function embedPage({ area, rows, more, asked, language, origin, text }: Embedded): string {
  const title = escaped(`${text.title} ${area.name}`);
  const query = (page: number) =>
    escaped(`?${new URLSearchParams({ ...queryOf(asked), page: String(page) })}`);
  const out = (path: string, words: string) =>
    `<a href="${escaped(origin + path)}" target="_blank" rel="noopener" style="color:#0017c1">${escaped(words)}</a>`;
  const list = rows.map(
    (one) => `<li style="border-bottom:1px solid #ccc;padding:10px 0">
${out(`/areas/${one.slug}/directory/${one.id}`, one.name)}<br>
${escaped([one.kindName, one.address, one.phone].filter(Boolean).join("・"))}<br>${escaped(one.now)}</li>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font-family:sans-serif;line-height:1.6;margin:0;padding:12px;color:#1a1a1a;background:#fff">
<main><h1 style="font-size:1.2rem">${title}</h1>
<form method="get" role="search"><label>${escaped(text.search)}
<input name="q" type="search" value="${escaped(asked.q ?? "")}" style="font-size:1rem;padding:8px;border:1px solid #666"></label>
<button style="font-size:1rem;padding:8px 16px">${escaped(text.find)}</button></form>
<ul style="list-style:none;padding:0">${list.join("")}</ul>
<p>${asked.page > 1 ? `<a href="${query(asked.page - 1)}">${text.previous}</a> ` : ""}${
    more ? `<a href="${query(asked.page + 1)}">${text.nextPage}</a>` : ""
  }</p>
<p>${out(`/areas/${area.slug}/directory`, text.title)}</p></main></body></html>`;
}
