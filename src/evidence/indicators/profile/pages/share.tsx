import { Folded } from "#ui/fold.tsx";
import type { Language } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

/** What a message shows of the page when its address is shared. */
export const ShareCard = ({ title, image }: { title: string; image: string }) => (
  <>
    <meta property="og:title" content={title} />
    <meta property="og:type" content="article" />
    <meta property="og:image" content={image} />
  </>
);

/** How to put a chart on another page: as a picture with the way back to where it comes from. */
export function Embed({
  page,
  picture,
  title,
  language,
}: {
  page: string;
  picture: string;
  title: string;
  language: Language;
}) {
  const words = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return (
    <div className="no-print">
      <Folded summary={TEXT.embed[language]}>
        <label className="block max-w-3xl text-std-16N-170">
          <span className="block">{TEXT.embedHow[language]}</span>
          <textarea
            readOnly
            rows={3}
            className="w-full rounded-8 border border-solid-gray-600 p-2 text-dns-14N-130"
            value={`<a href="${page}"><img src="${picture}" alt="${words}" width="720"></a>`}
          />
        </label>
      </Folded>
    </div>
  );
}
