import { TextLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { MEMBERS } from "../membership.messages.ts";
import { MEMBER_LIST, type MemberRow } from "../people/membership.present.ts";
import { USERS } from "../user.messages.ts";

type Page = { sort: string; rows: readonly MemberRow[]; after: string | undefined };

/** Who belongs, with the search above; what can be done about each stands on their own page. */
export function MemberList({ members }: { members: Page }) {
  return (
    <>
      <ListFilter fields={MEMBER_LIST.fields} find={MEMBERS.find} />
      <ListTable
        {...members}
        caption={MEMBERS.title}
        rowKey={(member) => member.id}
        columns={MEMBER_LIST.columns}
        show={{
          name: (member) => (
            <>
              <TextLink to={`/members/${member.id}`}>{member.name}</TextLink>
              {member.disabled ? `（${USERS.disabled}）` : null}
            </>
          ),
          email: (member) => <span className="break-all">{member.email}</span>,
        }}
        fields={MEMBER_LIST.fields}
        files="/members"
        empty={<Empty title={MEMBERS.none}>{MEMBERS.noneLead}</Empty>}
        none={<Empty title={MEMBERS.notFound} />}
      />
    </>
  );
}
