import { TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import type { MeetingPageProps } from "./meeting.tsx";

const SUMMARY =
  "inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4";

/** Another day, time or place, and calling it off: folded, as few need it and who was invited is told at once. */
export function ChangeMeeting({
  view: { meeting, can },
  values,
}: {
  view: MeetingPageProps["loaderData"];
  values: Readonly<Record<string, string>> | undefined;
}) {
  const field = (name: "startsAt" | "endsAt" | "place") => ({
    name,
    defaultValue: values?.[name] ?? meeting[name] ?? "",
  });
  const where = (
    <TextField
      label="場所"
      hint="オンラインで開くときは、そのことを書いてください"
      optional
      {...field("place")}
    />
  );
  const invited = meeting.invitedAt !== null;
  return (
    <div className="no-print mt-4 flex flex-col items-start">
      {can.move ? (
        <details open={values !== undefined}>
          <summary className={SUMMARY}>日時・場所を変える</summary>
          {invited ? (
            <p className="my-2">
              これからの日にすると、案内ずみの委員に、変更のお知らせと新しい予定表のファイルがすぐに送られます。
            </p>
          ) : null}
          <OnceForm submit="日時・場所を保存する" kind="secondary">
            <input type="hidden" name="intent" value="move" />
            <div className="flex flex-wrap gap-x-6">
              <TextField
                label="日"
                name="day"
                type="date"
                defaultValue={values?.day ?? meeting.heldOn ?? ""}
              />
              <TextField label="始まり" type="time" {...field("startsAt")} />
              <TextField label="終わり" type="time" {...field("endsAt")} />
            </div>
            {where}
          </OnceForm>
        </details>
      ) : null}
      {can.place ? (
        <details open={values !== undefined}>
          <summary className={SUMMARY}>場所を変える</summary>
          <OnceForm submit="場所を保存する" kind="secondary">
            <input type="hidden" name="intent" value="place" />
            {where}
          </OnceForm>
        </details>
      ) : null}
      {can.cancel ? (
        <details>
          <summary className={SUMMARY}>会議を取りやめる</summary>
          <p className="my-2">
            {invited ? "案内ずみの委員に、取りやめのお知らせがすぐに送られます。" : ""}
            取りやめた会議は、もとに戻せません。
          </p>
          <OnceForm submit="取りやめる" kind="danger">
            <input type="hidden" name="intent" value="cancel" />
          </OnceForm>
        </details>
      ) : null}
    </div>
  );
}
