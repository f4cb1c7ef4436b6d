/** Running text that the server rendered from Markdown of our own, without raw HTML. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer lets no raw HTML through
  return <div lang={lang} className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
