import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { MEMBERS } from "../membership.messages.ts";
import { MEMBER_LIST, type MemberRow } from "../people/membership.present.ts";
import { USERS } from "../user.messages.ts";

type Page = { sort: string; rows: readonly MemberRow[]; after: string | undefined };

/** Who belongs, with the search above and the way to end a membership beside each. */
export function MemberList({ members, own }: { members: Page; own: string }) {
  return (
    <>
      <ListFilter fields={MEMBER_LIST.fields} find={MEMBERS.find} />
      <ListTable
        {...members}
        caption={MEMBERS.title}
        rowKey={(member) => member.id}
        columns={[...MEMBER_LIST.columns, { key: "end", head: MEMBERS.action, cell: () => "" }]}
        show={{
          name: (member) => (
            <>
              <TextLink to={`/members/${member.id}`}>{member.name}</TextLink>
              {member.disabled ? `（${USERS.disabled}）` : null}
            </>
          ),
          email: (member) => <span className="break-all">{member.email}</span>,
          end: (member) =>
            member.userId === own ? (
              MEMBERS.you
            ) : (
              <CommandForm
                command="member.end"
                submit={MEMBERS.end}
                kind="secondary"
                className="whitespace-nowrap"
              >
                <input type="hidden" name="id" value={member.id} />
              </CommandForm>
            ),
        }}
        fields={MEMBER_LIST.fields}
        files="/members"
        empty={<Empty title={MEMBERS.none}>{MEMBERS.noneLead}</Empty>}
        none={<Empty title={MEMBERS.notFound} />}
      />
    </>
  );
}
