import type { DocumentBlock } from "#platform/pdf/document.ts";
import { FileLink } from "#ui/attachments.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { DocumentBlocks } from "#ui/document.tsx";
import { Section } from "#ui/page.tsx";

type LinkPaper = Readonly<{
  id: string;
  title: string;
  file: string | null;
  closed: string | undefined;
  blocks: readonly DocumentBlock[];
}>;

/** What to read before the meeting, for a member without an account. */
export function LinkPapers({
  agenda,
  papers,
  pdf,
}: {
  agenda: readonly string[];
  papers: readonly LinkPaper[];
  pdf: string;
}) {
  return (
    <>
      {agenda.length > 0 ? (
        <Section title="議題">
          <ol className="list-decimal pl-6">
            {agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Section>
      ) : null}
      {papers.length > 0 ? (
        <Section
          title="資料"
          actions={
            <ButtonLink to={pdf} reload>
              まとめて開く（PDF）
            </ButtonLink>
          }
        >
          {papers.map((paper) => (
            <div key={paper.id} className="mt-6">
              <h3 className="text-std-18B-160">
                {paper.file ? (
                  <FileLink to={paper.file} closed={paper.closed}>
                    {paper.title}
                  </FileLink>
                ) : (
                  paper.title
                )}
              </h3>
              <DocumentBlocks blocks={paper.blocks} />
            </div>
          ))}
        </Section>
      ) : null}
    </>
  );
}
