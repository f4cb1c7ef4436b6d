import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import type { Language } from "../model/offer.messages.ts";
import { FILES } from "../model/request-file.messages.ts";
import type { Attached } from "../model/request-file.schema.ts";
import { type Answered, forForm } from "./answers.tsx";
import { AttachField } from "./attach-field.tsx";

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** The files of a request, each a download, and where one may, ways to add and to take away. */
export function Attachments({
  files,
  base,
  language = "ja",
  adds,
  removes,
  mayRemove = () => true,
  answer,
}: {
  files: readonly Attached[];
  base: string;
  language?: Language;
  /** The commands by which files are added and taken away, where one may. */
  adds?: string | undefined;
  removes?: string | undefined;
  mayRemove?: (file: Attached) => boolean;
  answer?: Answered;
}) {
  const text = FILES[language];
  if (files.length === 0 && !adds) return null;
  return (
    <Section title={text.title}>
      {files.length === 0 ? <p>{text.none}</p> : null}
      <ul>
        {files.map((file) => (
          <li
            key={file.id}
            className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-200 py-2 wrap-anywhere"
          >
            <span className="grow">
              <TextLink to={`${base}/files/${file.id}`} reload>
                {file.name}
              </TextLink>
              <span className="ml-2 text-dns-14N-130">
                {`${size(file.bytes)}　${file.byWorkplace ? text.ours : text.office}`}
              </span>
            </span>
            {removes && mayRemove(file) ? (
              <CommandForm
                command={removes}
                answer={forForm(answer, "file", file.id)}
                submit={text.remove}
                kind="danger"
                label={`${file.name} ${text.remove}`}
                language={language}
              >
                <input type="hidden" name="file" value={file.id} />
              </CommandForm>
            ) : null}
          </li>
        ))}
      </ul>
      {adds ? (
        <CommandForm
          key={files.length}
          command={adds}
          answer={answer}
          submit={text.add}
          kind="secondary"
          encType="multipart/form-data"
          className="no-print"
          language={language}
        >
          <AttachField language={language} />
        </CommandForm>
      ) : null}
    </Section>
  );
}
