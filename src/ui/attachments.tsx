import type { ReactNode } from "react";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { TextLink } from "./button.tsx";
import { FileField } from "./file-field.tsx";
import { CommandForm } from "./form.tsx";
import { Section } from "./page.tsx";
import { Removal } from "./removal.tsx";

export type AttachTexts = Readonly<
  Record<
    "title" | "label" | "hint" | "add" | "remove" | "removeAsks" | "removing" | "none" | "tooLong",
    string
  >
>;
/** `from` says who attached it. */
export type AttachedFile = Readonly<{
  id: string;
  name: string;
  bytes: number;
  from: string;
  mayRemove: boolean;
  /** Why it can't be opened, where it can't. */
  closed?: string | undefined;
}>;

/** A field for several small files. With script it says at once what is too large, before that is sent in vain. */
export const AttachField = ({
  text,
  eachBytes,
  optional = "",
}: {
  text: AttachTexts;
  eachBytes: number;
  optional?: string;
}) => (
  <FileField
    label={`${text.label}${optional}`}
    hint={text.hint}
    name="files"
    multiple
    accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"
    required={false}
    eachBytes={eachBytes}
    tooLong={text.tooLong}
  />
);

export const fileSize = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** A file to be saved, or its name and why it can't be opened. */
export const FileLink = ({
  to,
  closed,
  children,
}: {
  to: string;
  closed: string | undefined;
  children: ReactNode;
}) =>
  closed === undefined ? (
    <TextLink to={to} reload>
      {children}
    </TextLink>
  ) : (
    <span>
      {children} <strong className="text-dns-14N-130">（{closed}）</strong>
    </span>
  );

/** The files of a thing, each a download under `base`, and where one may, ways to add and to take away. */
export function Attachments({
  text,
  files,
  base,
  eachBytes,
  language = "ja",
  adds,
  removes,
  answer,
}: {
  text: AttachTexts;
  files: readonly AttachedFile[];
  base: string;
  eachBytes: number;
  language?: "ja" | "en";
  /** The commands by which files are added and taken away, where one may. */
  adds?: string | undefined;
  removes?: string | undefined;
  answer?: FormAnswer | undefined;
}) {
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
              <FileLink to={`${base}/files/${file.id}`} closed={file.closed}>
                {file.name}
              </FileLink>
              <span className="ml-2 text-dns-14N-130">{`${fileSize(file.bytes)}　${file.from}`}</span>
            </span>
            {removes && file.mayRemove ? (
              <Removal
                open={text.remove}
                asks={text.removeAsks.replace("{name}", file.name)}
                command={removes}
                answer={answer?.values.file === file.id ? answer : undefined}
                submit={text.remove}
                busy={text.removing}
                label={`${file.name} ${text.remove}`}
                language={language}
              >
                <input type="hidden" name="file" value={file.id} />
              </Removal>
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
          <AttachField text={text} eachBytes={eachBytes} />
        </CommandForm>
      ) : null}
    </Section>
  );
}
