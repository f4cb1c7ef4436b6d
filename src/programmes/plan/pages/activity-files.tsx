import type { FileState } from "#platform/files/attachments.ts";
import { CLOSED } from "#platform/files/messages.ts";
import { FileLink } from "#ui/attachments.tsx";
import { FileField } from "#ui/file-field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";

const PICTURE = /\.(png|jpe?g)$/i;
const MOST_BYTES = 50 * 1024 * 1024;

/** Photos and papers, with the entry or after it. */
export const ActivityFileField = ({ optional = false }: { optional?: boolean }) => (
  <FileField
    label="写真・チラシ・資料"
    hint="PDF・Word・Excel・PowerPoint・CSV・テキスト・画像（JPEG・PNG）。複数選択できます。合計50MBまで"
    name="file"
    accept=".pdf,.docx,.xlsx,.pptx,.csv,.txt,.png,.jpg,.jpeg"
    multiple
    required={!optional}
    mostBytes={MOST_BYTES}
    tooLong="合計50MBまでのファイルを選択してください。"
  />
);

/** Photos and papers of an activity: pictures are shown, the rest is named. */
export function ActivityFiles({
  files,
  id,
  path,
  mayChange,
  answer,
}: {
  files: readonly Readonly<{ id: string; name: string; state: FileState }>[];
  /** The activity, and its address. */
  id: string;
  path: string;
  mayChange: boolean;
  answer: unknown;
}) {
  if (files.length === 0 && !mayChange) return null;
  return (
    <Section title={`写真・資料 ${files.length}`} id="files">
      <Lines>
        {files.map((file) => (
          <Line key={file.id} centred>
            <div className="min-w-0">
              {PICTURE.test(file.name) && file.state === "open" ? (
                <img
                  src={`${path}/files/${file.id}`}
                  alt=""
                  loading="lazy"
                  className="mb-2 max-h-48 max-w-full"
                />
              ) : null}
              <p className="break-words">
                <FileLink to={`${path}/files/${file.id}`} closed={CLOSED[file.state]}>
                  {file.name}
                </FileLink>
              </p>
            </div>
            {mayChange ? (
              <Removal
                open="外す"
                asks={`「${file.name}」を外します。元に戻せません。`}
                command="activity-file.remove"
                submit="外す"
                busy="外しています…"
                label={`${file.name}を外す`}
              >
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="file" value={file.id} />
              </Removal>
            ) : null}
          </Line>
        ))}
      </Lines>
      {mayChange ? (
        // The key makes an empty field again once files were added.
        <CommandForm
          key={files.length}
          command="activity-file.add"
          answer={answer}
          submit="付ける"
          kind="secondary"
          encType="multipart/form-data"
        >
          <ActivityFileField />
        </CommandForm>
      ) : null}
    </Section>
  );
}
