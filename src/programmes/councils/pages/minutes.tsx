import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import {
  approveMinutes,
  correctMinutes,
  readMinutes,
  saveMinutes,
} from "../meetings/minutes/usecases.server.ts";
import { MINUTES } from "../messages.ts";
import type { Route } from "./+types/minutes";
import { ApproveOrCorrect } from "./minutes-approval.tsx";
import { Earlier, Overtaken, Unsaved } from "./minutes-texts.tsx";
import { councilPlace, fieldsOf } from "./place.tsx";

const instant = new Intl.DateTimeFormat("ja-JP", MINUTES.instant);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await councilPlace(args);
  const versions = shown(await readMinutes(app, actor, area.id, args.params.meeting));
  return {
    back: `${base}/meetings/${args.params.meeting}`,
    mayEdit,
    saved: url.searchParams.has("saved"),
    versions: versions.map(({ approvedAt, savedAt, ...one }) => ({
      ...one,
      approved: approvedAt ? MINUTES.approved(instant.format(approvedAt), one.approvedBy ?? "") : null,
      savedAt: instant.format(savedAt),
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const id = args.params.meeting;
  const values = await fieldsOf(args.request);
  const number = (name: string) => Number(values[name] ?? "");
  const here = `${base}/meetings/${id}/minutes`;
  if (values.intent === "approve" || values.intent === "correct") {
    const done =
      values.intent === "approve"
        ? await approveMinutes(app, actor, area.id, id, {
            version: number("version"),
            revision: number("revision"),
          })
        : await correctMinutes(app, actor, area.id, id, values.reason ?? "");
    if (done.ok) throw redirect(here);
    if (done.error.kind === "conflict")
      return data({ message: done.error.message, errors: {}, overtaken: null, body: null }, { status: 409 });
    if (done.error.kind === "invalid")
      return data({ message: null, errors: done.error.fields, overtaken: null, body: null }, { status: 422 });
    throw data(null, { status: statusOf(done.error) });
  }
  const saved = await saveMinutes(app, actor, area.id, id, { body: values.body ?? "", base: number("base") });
  if (!saved.ok) {
    if (saved.error.kind === "conflict")
      return data(
        { message: saved.error.message, errors: {}, overtaken: null, body: values.body ?? "" },
        { status: 409 },
      );
    if (saved.error.kind === "invalid")
      return data(
        { message: null, errors: saved.error.fields, overtaken: null, body: values.body ?? "" },
        { status: 422 },
      );
    throw data(null, { status: statusOf(saved.error) });
  }
  if (saved.value.outcome === "saved") throw redirect(`${here}?saved=1`);
  const { mine, theirs } = saved.value;
  const overtaken = {
    mine,
    theirs: theirs.body,
    by: theirs.savedBy,
    at: instant.format(theirs.savedAt),
    revision: theirs.revision,
  };
  return data({ message: null, errors: {}, overtaken, body: mine }, { status: 409 });
}

/** A refusal tells that something changed: the page shows what stands now, beside what was typed. */
export const shouldRevalidate = () => true;

export default function Minutes({ loaderData, actionData }: Route.ComponentProps) {
  const { back, mayEdit, saved, versions } = loaderData;
  const [latest, ...earlier] = versions;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const overtaken = actionData?.overtaken ?? null;
  const open = !latest || latest.approved === null;
  // Somebody approved meanwhile: what was typed is kept to be copied, since it can't be saved here any more.
  const unsaved = open ? null : (actionData?.body ?? null);
  return (
    <>
      <PageHead
        title="議事録"
        lead={
          latest
            ? [
                `第${latest.version}版`,
                latest.approved ?? `下書き　${latest.savedAt} ${latest.savedBy}`,
                latest.reason && `訂正の理由: ${latest.reason}`,
              ]
                .filter(Boolean)
                .join("　")
            : "まだ書かれていません"
        }
        actions={<ButtonLink to={back}>会議にもどる</ButtonLink>}
      />
      {saved && !actionData ? <Notice kind="success" title="保存しました。" /> : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {overtaken ? <Overtaken {...overtaken} /> : null}
      {unsaved ? <Unsaved text={unsaved} /> : null}
      {mayEdit && open ? (
        <OnceForm
          submit={overtaken ? "合わせた文を保存する" : "下書きを保存する"}
          kind={latest ? "secondary" : "primary"}
        >
          <input type="hidden" name="base" value={overtaken?.revision ?? latest?.revision ?? 0} />
          <TextArea
            label={overtaken ? "あなたの文" : "議事録"}
            name="body"
            rows={16}
            defaultValue={actionData?.body ?? latest?.body}
            key={overtaken?.revision ?? latest?.revision ?? 0}
            errors={errors.body}
          />
        </OnceForm>
      ) : latest ? (
        <div className="whitespace-pre-wrap text-std-16N-170">{latest.body}</div>
      ) : null}
      {mayEdit && latest && !overtaken ? (
        <ApproveOrCorrect
          version={latest.version}
          revision={latest.revision}
          open={open}
          errors={errors.reason}
        />
      ) : null}
      <Earlier versions={earlier} />
    </>
  );
}
