import { TextLink } from "#ui/button.tsx";
import { FileField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import type { Language } from "../offers/messages.ts";
import { FILES } from "../requests/files/messages.ts";
import { type Attached, LONGEST_BYTES } from "../requests/files/schema.ts";

/** A field for small files. With script it says at once what is too large, before that is sent in vain. */
export function AttachField({
  language,
  errors,
  optional = "",
}: {
  language: Language;
  errors: readonly string[] | undefined;
  optional?: string;
}) {
  const text = FILES[language];
  return (
    <FileField
      label={`${text.label}${optional}`}
      hint={text.hint}
      name="files"
      multiple
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"
      required={false}
      eachBytes={LONGEST_BYTES}
      tooLong={text.tooLong}
      errors={errors}
    />
  );
}

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** The files of a request, each a download, and where one may, ways to add and to take away. */
export function Attachments({
  files,
  base,
  language = "ja",
  adds = false,
  removes = () => false,
  errors,
}: {
  files: readonly Attached[];
  base: string;
  language?: Language;
  adds?: boolean;
  removes?: (file: Attached) => boolean;
  errors?: readonly string[] | undefined;
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
            {removes(file) ? (
              <OnceForm submit={text.remove} kind="danger" aria-label={`${file.name} ${text.remove}`}>
                <input type="hidden" name="do" value="detach" />
                <input type="hidden" name="file" value={file.id} />
              </OnceForm>
            ) : null}
          </li>
        ))}
      </ul>
      {adds ? (
        <OnceForm
          key={files.length}
          submit={text.add}
          kind="secondary"
          encType="multipart/form-data"
          className="no-print"
        >
          <input type="hidden" name="do" value="attach" />
          <AttachField language={language} errors={errors} />
        </OnceForm>
      ) : null}
    </Section>
  );
}
