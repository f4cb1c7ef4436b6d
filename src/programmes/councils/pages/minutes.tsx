import { onRow, onTarget } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { showWhen } from "../meetings/meeting.present.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { minutesTemplate, showMoment } from "../meetings/minutes.present.ts";
import {
  approveMinutes,
  correctMinutes,
  minutesValues,
  readMinutes,
  readMinutesRound,
  saveMinutes,
} from "../meetings/minutes.usecases.server.ts";
import { circulateMinutes, enterMinutesAnswer } from "../meetings/minutes-round.commands.server.ts";
import { MINUTES } from "../messages.ts";
import type { Route } from "./+types/minutes";
import { Circulation } from "./minutes-round.tsx";
import { ApproveOrCorrect, Earlier, Unsaved } from "./minutes-texts.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await councilPlace(args);
  const { meeting } = args.params;
  const versions = shown(await readMinutes(app, actor, { area: area.id, meeting }));
  const target = { area: area.id, meeting };
  const out = shown(await readMinutesRound(app, actor, target));
  const kept = minutesValues(versions[0]);
  const held = versions.length > 0 || !mayEdit ? null : shown(await readMeeting(app, actor, target));
  // Nothing is kept yet: what is known of the meeting is there to begin with.
  const begun = held && minutesTemplate({ ...held, ...held.meeting, when: showWhen(held.meeting) });
  return {
    ...out,
    back: `${base}/meetings/${meeting}`,
    mayEdit,
    saved: url.searchParams.has("saved"),
    begun: begun !== null,
    values: begun === null ? kept : { body: begun },
    seen: fingerprintOf(kept),
    versions: versions.map((one) => ({
      version: one.version,
      revision: one.revision,
      body: one.body,
      reason: one.reason,
      approved: one.approvedAt ? MINUTES.approved(showMoment(one.approvedAt), one.approvedBy ?? "") : null,
      saved: `${showMoment(one.savedAt)} ${one.savedBy}`,
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const { meeting } = args.params;
  const here = `${base}/meetings/${meeting}/minutes`;
  const on = onTarget(app, actor, { area: area.id, meeting });
  return answerForm<never>(args.request, [
    on(saveMinutes, () => `${here}?saved=1`),
    on(approveMinutes, () => here),
    on(correctMinutes, () => here),
    on(circulateMinutes, () => `${here}?sent=1`),
    onRow(app, actor, { area: area.id, meeting })(enterMinutesAnswer, () => here),
  ]);
}

/** A refusal tells that something changed: the page shows what stands now, beside what was typed. */
export const shouldRevalidate = () => true;

export default function Minutes({ loaderData, actionData }: Route.ComponentProps) {
  const { back, mayEdit, saved, values, seen, versions, round, reachable, begun } = loaderData;
  const [latest, ...earlier] = versions;
  const open = !latest || latest.approved === null;
  const typed = answerFor(actionData, "minutes.save");
  const overtaken = open && typed !== undefined && typed.overtaken !== null;
  const answered = (
    open
      ? ["minutes.save", "minutes.approve", "minutes.circulate", "minutes.enter-answer"]
      : ["minutes.correct"]
  ).find((command) => command === actionData?.command);
  return (
    <>
      <PageHead
        title="議事録"
        lead={
          latest
            ? [
                `第${latest.version}版`,
                latest.approved ?? `下書き ${latest.saved}`,
                latest.reason && `訂正の理由: ${latest.reason}`,
              ]
                .filter(Boolean)
                .join("・")
            : "未作成です"
        }
        actions={<ButtonLink to={back}>会議に戻る</ButtonLink>}
      />
      {saved && !actionData ? <Notice kind="success" title="保存しました。" /> : null}
      {actionData?.message && !answered ? <Notice kind="error" title={actionData.message} /> : null}
      {/* Somebody approved meanwhile: what was typed is kept to be copied, since it can't be saved here any more. */}
      {typed && !open ? <Unsaved text={typed.values.body ?? ""} /> : null}
      {mayEdit && open ? (
        <CommandForm
          command="minutes.save"
          answer={actionData}
          values={values}
          seen={seen}
          labels={{ body: "議事録" }}
          submit={overtaken ? "合わせた文を保存する" : "下書きを保存する"}
          kind={latest ? "secondary" : "primary"}
        >
          {begun ? (
            <p>次第・出席・決定事項から作成した文です。内容を確認し、書き加えてから保存してください。</p>
          ) : null}
          <TextArea label={overtaken ? "あなたの文" : "議事録"} name="body" rows={16} />
        </CommandForm>
      ) : latest ? (
        <div className="whitespace-pre-wrap text-std-16N-170">{latest.body}</div>
      ) : null}
      {mayEdit && latest && open && !overtaken ? (
        <Circulation draft={latest} round={round} reachable={reachable} answer={actionData} />
      ) : null}
      {mayEdit && latest && !overtaken ? (
        <ApproveOrCorrect
          version={latest.version}
          revision={latest.revision}
          open={open}
          answer={actionData}
        />
      ) : null}
      <Earlier versions={earlier} />
    </>
  );
}
