import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import { MEMBERS } from "../membership.messages.ts";

type InvitationRow = {
  id: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  until: string;
};

/** Offers that nobody has taken yet. */
export function OpenInvitations({ invitations }: { invitations: readonly InvitationRow[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section title={MEMBERS.open}>
      <Table
        caption={MEMBERS.open}
        hideCaption
        rows={invitations}
        rowKey={(one) => one.id}
        columns={[
          { key: "name", head: MEMBERS.name, cell: (one) => one.name },
          { key: "organisation", head: MEMBERS.organisation, cell: (one) => one.organisation },
          { key: "role", head: MEMBERS.role, cell: (one) => one.role },
          {
            key: "email",
            head: MEMBERS.email,
            cell: (one) => <span className="break-all">{one.email}</span>,
          },
          {
            key: "until",
            head: MEMBERS.until,
            cell: (one) => <span className="whitespace-nowrap">{one.until}</span>,
          },
          {
            key: "withdraw",
            head: MEMBERS.action,
            cell: (one) => <Deeds {...one} />,
          },
        ]}
      />
    </Section>
  );
}

/** Both end the link that was handed over, so both ask first. */
const Deeds = ({ id, name }: InvitationRow) => (
  <>
    {DEEDS.map(({ command, open, asks, ...rest }) => (
      <Removal key={command} {...rest} command={command} open={open} submit={open} asks={asks(name)}>
        <input type="hidden" name="id" value={id} />
      </Removal>
    ))}
  </>
);

const DEEDS = [
  {
    command: "member.invite-again",
    open: MEMBERS.again,
    asks: () => MEMBERS.againLead,
    kind: "secondary",
    busy: MEMBERS.sending,
  },
  {
    command: "member.withdraw-invitation",
    open: MEMBERS.withdraw,
    asks: MEMBERS.withdrawLead,
    kind: "danger",
    busy: MEMBERS.withdrawing,
  },
] as const;

/** Who is to join, where and as what. */
export function InviteForm({
  organisations,
  roles,
  answer,
}: {
  organisations: readonly Option[];
  roles: readonly Option[];
  answer: unknown;
}) {
  return (
    <Section title={MEMBERS.invite} lead={MEMBERS.inviteLead} id="invite">
      <OutwardForm
        command="member.invite"
        answer={answer}
        question={MEMBERS.inviteAsk}
        submit={MEMBERS.send}
        confirm={MEMBERS.sendNow}
        labels={LABELS}
      >
        <SelectField
          label={LABELS.organisation}
          name="organisation"
          options={organisations}
          empty={MEMBERS.choose}
        />
        <SelectField label={LABELS.role} name="role" options={roles} empty={MEMBERS.choose} />
        <TextField label={LABELS.name} name="name" autoComplete="off" />
        <TextField label={LABELS.email} name="email" type="email" autoComplete="off" />
      </OutwardForm>
    </Section>
  );
}

const LABELS = {
  organisation: MEMBERS.organisation,
  role: MEMBERS.role,
  name: MEMBERS.name,
  email: MEMBERS.email,
};
