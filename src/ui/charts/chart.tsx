/** A chart drawn by the server, for a wide and for a narrow screen; a style sheet shows one of the two. */
export function ChartSvg({ wide, narrow }: { wide: string; narrow: string }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by drawSvg(), which escapes every text */}
      <div className="chart mt-3 hidden sm:block" dangerouslySetInnerHTML={{ __html: wide }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by drawSvg(), which escapes every text */}
      <div className="chart mt-3 sm:hidden" dangerouslySetInnerHTML={{ __html: narrow }} />
    </>
  );
}
