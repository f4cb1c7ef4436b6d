import { data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { presentYears } from "../checkups/checkup.present.ts";
import { readFile } from "../checkups/checkup.usecases.server.ts";
import { beginFile, closeFile, findOwnFile, unlockFile } from "../file/file.commands.server.ts";
import { FILE } from "../file/file.messages.ts";
import { closedCookie, goOpened, openedCookie } from "../file/file-cookie.usecases.server.ts";
import { ownerRequest } from "../file/request.usecases.server.ts";
import type { Route } from "./+types/health-file";
import { RecoveryCode } from "./recovery-code.tsx";
import { Years } from "./years.tsx";

const HERE = "/health-file";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, person, key } = await ownerRequest(args);
  const { file } = shown(await findOwnFile(app, actor, { person }));
  if (!file || key?.id !== file) return { state: file ? ("closed" as const) : ("none" as const) };
  const { checkups } = shown(await readFile(app, actor, { person, key }));
  return { state: "open" as const, years: presentYears(checkups), next: newId() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, person } = await ownerRequest(args);
  const on = onTarget(app, actor, { person });
  const answer = await answerForm<
    { opened: Parameters<typeof goOpened>[2]; code?: string } | { left: number } | { closed: true }
  >(
    args.request,
    [
      on(beginFile, ({ key, code }) => ({ opened: key, code })),
      on(unlockFile, ({ key, left }) => (key ? { opened: key } : { left })),
      on(closeFile, () => ({ closed: true })),
    ],
    { secret: ["word"] },
  );
  if ("closed" in answer) throw redirect(HERE, { headers: { "Set-Cookie": closedCookie(app) } });
  if (!("opened" in answer)) return answer;
  if (answer.code === undefined) throw await goOpened(app, person, answer.opened, HERE);
  const headers = { "Set-Cookie": await openedCookie(app, person, answer.opened) };
  return data({ code: answer.code }, { headers });
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function HealthFile({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && "code" in actionData) return <RecoveryCode code={actionData.code} />;
  if (loaderData.state === "open") return <Open {...loaderData} />;
  const begin = loaderData.state === "none";
  const left = actionData && "left" in actionData ? actionData.left : undefined;
  return (
    <>
      <PageHead title={FILE.title} lead={begin ? FILE.lead : FILE.openLead} />
      {left === undefined ? null : <Notice kind="error" title={left > 0 ? FILE.wrong(left) : FILE.closed} />}
      <CommandForm
        command={begin ? "health-file.begin" : "health-file.unlock"}
        answer={actionData}
        submit={begin ? FILE.begin : FILE.open}
        private
      >
        <TextField
          label={begin ? FILE.word : FILE.wordOrCode}
          hint={begin ? FILE.wordHint : undefined}
          name="word"
          type="password"
          autoComplete="off"
        />
      </CommandForm>
      <Section title="誰が開けるか">
        <Facts items={FILE.who.map(([name, value]) => ({ name, value }))} />
      </Section>
    </>
  );
}

function Open({ years, next }: Extract<Route.ComponentProps["loaderData"], { state: "open" }>) {
  return (
    <>
      <PageHead
        title={FILE.title}
        lead={FILE.noDiagnosis}
        actions={
          <>
            <ButtonLink kind="primary" to={`${HERE}/checkups/${next}`}>
              健診結果を入力する
            </ButtonLink>
            <ButtonLink to={`${HERE}/diary`}>日々の記録</ButtonLink>
            <ButtonLink to={`${HERE}/shares`}>共有する</ButtonLink>
            <ButtonLink to={`${HERE}/keep`}>印刷・書き出し</ButtonLink>
          </>
        }
      />
      {years.rows.length > 0 ? <Years {...years} here={HERE} /> : <Empty title={FILE.empty} />}
      <CommandForm command="health-file.close" submit={FILE.close} kind="secondary" className="mt-8" />
    </>
  );
}
