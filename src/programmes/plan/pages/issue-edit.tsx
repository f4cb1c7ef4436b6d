import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { getIssue } from "../issues/usecases.server.ts";
import { issueValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { removeThing, saveIssue } from "../usecases.server.ts";
import type { Route } from "./+types/issue-edit";
import { OvertakenNotice, Shown } from "./overtaken.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { issue } = shown(await getIssue(app, actor, area.id, args.params.issue));
  return {
    back: `${base}/issues/${issue.id}`,
    name: area.name,
    ...asShown(issueValues(issue)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.issue;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "issue", id));
    throw redirect(`${base}?removed`);
  }
  const saved = await saveIssue(app, actor, area.id, id, values);
  if (saved.ok) throw redirect(`${base}/issues/${id}?saved`);
  if (saved.error.kind === "conflict") {
    const { issue } = shown(await getIssue(app, actor, area.id, id));
    return data({ errors: {}, values, overtaken: overtakenBy(values, issueValues(issue)) }, { status: 409 });
  }
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data({ errors: saved.error.fields, values, overtaken: undefined }, { status: 422 });
}

export default function EditIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name } = loaderData;
  const values = actionData?.values ?? loaderData.values;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const field = (key: string) => ({ name: key, defaultValue: values[key], errors: errors[key] });
  return (
    <>
      <PageHead
        title="健康課題を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <OvertakenNotice by={actionData?.overtaken} names={{ title: "健康課題" }} />
      <OnceForm submit="保存する" busy="保存しています…">
        <Shown answer={actionData} value={loaderData.shown} />
        {Object.keys(errors).length > 0 ? (
          <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
        ) : null}
        <TextField label="健康課題" {...field("title")} />
        <TextArea label="くわしく" optional {...field("description")} />
        <TextField
          label="いつから見えていたか（年度）"
          hint="西暦で。この年度からの年報に載ります。"
          inputMode="numeric"
          className="max-w-40"
          {...field("seenIn")}
        />
      </OnceForm>
      <div className="mt-10">
        <OnceForm submit="この健康課題を消す" kind="danger" busy="消しています…">
          <input type="hidden" name="intent" value="remove" />
        </OnceForm>
      </div>
    </>
  );
}
