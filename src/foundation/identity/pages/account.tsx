import { onTarget } from "#foundation/authority/public.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import { endOtherSessions, endSession, readAccount } from "../account/account.usecases.server.ts";
import { ACCOUNT, PASSKEY } from "../account.messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/account";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, session, user } = ownRequest(args);
  const { sessions, passkeys } = shown(await readAccount(app, actor, { user, here: session.id }));
  return {
    name: session.name,
    email: session.email,
    roles: session.roles.map((role) => ROLE_NAMES[role]).join("・"),
    authenticator: session.authenticator,
    passkeys: passkeys.length,
    sessions,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, session, user } = ownRequest(args);
  const on = onTarget(app, actor, { user, here: session.id });
  const ended = () => ({ ended: true });
  return answerForm(args.request, [on(endSession, ended), on(endOtherSessions, ended)]);
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions } = loaderData;
  return (
    <>
      <PageHead title={ACCOUNT.title} />
      {actionData && "ended" in actionData ? <Notice kind="success" title={ACCOUNT.ended} /> : null}
      <Facts
        items={[
          { name: ACCOUNT.name, value: loaderData.name },
          { name: ACCOUNT.email, value: <span className="break-all">{loaderData.email}</span> },
          { name: ACCOUNT.roles, value: loaderData.roles },
        ]}
      />
      <Section title={ACCOUNT.factor} lead={ACCOUNT.factorLead}>
        <p className="mb-4 text-std-16B-170">
          {loaderData.authenticator ? ACCOUNT.factorOn : ACCOUNT.factorOff}
        </p>
        <ButtonLink to="/account/second-factor">
          {loaderData.authenticator ? ACCOUNT.factorChange : ACCOUNT.factorSetUp}
        </ButtonLink>
      </Section>
      <Section title={PASSKEY.title} lead={PASSKEY.lead}>
        <p className="mb-4 text-std-16B-170">
          {loaderData.passkeys === 0 ? PASSKEY.none : `${loaderData.passkeys}個`}
        </p>
        <ButtonLink to="/account/passkeys">{PASSKEY.manage}</ButtonLink>
      </Section>
      <Section title={ACCOUNT.password}>
        <ButtonLink to="/account/password">{ACCOUNT.passwordChange}</ButtonLink>
      </Section>
      <Section title={WISH_TEXTS.title}>
        <ButtonLink to="/account/mail">{ACCOUNT.mailChange}</ButtonLink>
      </Section>
      <Section title={ACCOUNT.sessions} lead={ACCOUNT.sessionsLead}>
        <Table
          caption={ACCOUNT.sessions}
          hideCaption
          rows={sessions}
          rowKey={(session) => session.id}
          columns={[
            { key: "device", head: ACCOUNT.device, cell: (session) => session.device },
            { key: "address", head: ACCOUNT.address, cell: (session) => session.address },
            { key: "begun", head: ACCOUNT.begun, cell: (session) => session.begun },
            { key: "lastActive", head: ACCOUNT.lastActive, cell: (session) => session.lastActive },
            {
              key: "end",
              head: ACCOUNT.action,
              cell: (session) =>
                session.here ? (
                  ACCOUNT.here
                ) : (
                  <CommandForm command="session.end-other" submit={ACCOUNT.end} kind="secondary">
                    <input type="hidden" name="session" value={session.id} />
                  </CommandForm>
                ),
            },
          ]}
        />
        {sessions.length > 1 ? (
          <Removal
            open={ACCOUNT.endOthers}
            asks={ACCOUNT.endOthersAsks(sessions.length - 1)}
            command="session.end-others"
            submit={ACCOUNT.endOthers}
            busy={ACCOUNT.ending}
          />
        ) : null}
      </Section>
    </>
  );
}
