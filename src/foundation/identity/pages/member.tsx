import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import {
  disableUser,
  enableUser,
  endSessions,
  resetSecondFactor,
  sendPasswordReset,
} from "../administration/user-standing.usecases.server.ts";
import { changeRoleByForm, endMembership, readMember } from "../members/membership.usecases.server.ts";
import { MEMBERS } from "../membership.messages.ts";
import { ROLE_NAMES } from "../messages.ts";
import { USERS } from "../user.messages.ts";
import type { Route } from "./+types/member";

const day = (instant: Date) => showDateJa(plainDateIn(instant, "Asia/Tokyo"));

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, url } = signedInRequest(args);
  const { member, roles, mayStop, looked } = shown(await readMember(app, actor, { id: args.params.id }));
  const { name, email, organisation, role, since, disabled, lastSignInAt } = member;
  const done = url.searchParams.get("done");
  return {
    ...{ name, email, organisation, disabled, mayStop, looked },
    done: done && done in USERS.done ? USERS.done[done as keyof typeof USERS.done] : undefined,
    role: ROLE_NAMES[role],
    since: day(since),
    own: actor.kind === "person" && actor.userId === member.userId,
    lastSignIn: lastSignInAt ? day(lastSignInAt) : USERS.never,
    roles: roles.map((one) => ({ value: one, label: ROLE_NAMES[one] })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor } = signedInRequest(args);
  const { id } = args.params;
  const on = onTarget(app, actor, { id });
  const here = (done: keyof typeof USERS.done, member = id) => `/members/${member}?done=${done}`;
  return answerForm(args.request, [
    on(changeRoleByForm, (made) => here("member.change-role", made.id)),
    on(endMembership, () => "/members?done=ended"),
    on(disableUser, () => here("user.disable")),
    on(enableUser, () => here("user.enable")),
    on(endSessions, () => here("user.end-sessions")),
    on(sendPasswordReset, () => here("user.send-password-reset")),
    on(resetSecondFactor, () => here("user.reset-second-factor")),
  ]);
}

/** One who belongs: the role, and what an administrator does about the account. */
export default function Member({ loaderData: one, actionData: answer }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={one.name}
        actions={one.looked ? <ButtonLink to={one.looked.to}>{one.looked.label}</ButtonLink> : null}
      />
      {one.done && !answer ? <Notice kind="success" title={one.done} /> : null}
      <Facts
        items={[
          { name: MEMBERS.organisation, value: one.organisation },
          { name: MEMBERS.role, value: one.role },
          { name: MEMBERS.since, value: one.since },
          { name: MEMBERS.email, value: <span className="break-all">{one.email}</span> },
          { name: USERS.state, value: one.disabled ? USERS.disabled : USERS.standing },
          { name: USERS.lastSignIn, value: one.lastSignIn },
        ]}
      />
      <Section title={MEMBERS.changeRole} lead={MEMBERS.changeRoleLead}>
        <CommandForm
          command="member.change-role"
          answer={answer}
          submit={MEMBERS.changeRole}
          kind="secondary"
          labels={{ role: MEMBERS.newRole }}
        >
          <SelectField label={MEMBERS.newRole} name="role" options={one.roles} empty={MEMBERS.choose} />
        </CommandForm>
      </Section>
      {one.mayStop ? <Account name={one.name} disabled={one.disabled} answer={answer} /> : null}
      {one.own ? null : (
        <Section title={MEMBERS.end}>
          <Removal
            command="member.end"
            answer={answer}
            open={MEMBERS.end}
            submit={MEMBERS.end}
            asks={MEMBERS.endLead(one.name)}
            busy={MEMBERS.ending}
          />
        </Section>
      )}
      <p className="mt-8">
        <TextLink to="/members">{MEMBERS.backToList}</TextLink>
      </p>
    </>
  );
}

function Account({ name, disabled, answer }: { name: string; disabled: boolean; answer: unknown }) {
  const form = { answer, kind: "secondary" } as const;
  if (disabled) {
    return (
      <Section title={USERS.enable}>
        <CommandForm {...form} command="user.enable" submit={USERS.enable} />
      </Section>
    );
  }
  return (
    <>
      <Section title={USERS.reset} lead={USERS.resetLead}>
        <CommandForm {...form} command="user.send-password-reset" submit={USERS.reset} />
      </Section>
      <Section title={USERS.sessions}>
        <CommandForm {...form} command="user.end-sessions" submit={USERS.endSessions} />
      </Section>
      <Section title={USERS.factor} lead={USERS.resetFactorLead}>
        <CommandForm {...form} command="user.reset-second-factor" submit={USERS.resetFactor} />
      </Section>
      <Section title={USERS.disable} lead={USERS.disableLead}>
        <Removal
          answer={answer}
          command="user.disable"
          open={USERS.disable}
          submit={USERS.disable}
          asks={USERS.disableAsks(name)}
          busy={USERS.disabling}
        />
      </Section>
    </>
  );
}
