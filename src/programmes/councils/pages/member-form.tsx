import { labelled, type Option, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import { MEMBER_ROLE } from "../messages.ts";

const ROLE_OPTIONS = Object.entries(MEMBER_ROLE).map(([value, label]) => ({ value, label }));
const LABELS = {
  organisation: "機関名",
  sector: "分野",
  role: "役割",
  representative: "代表者の職名・氏名",
  email: "メールアドレス",
  userId: "ログインして回答する利用者",
  termFrom: "任期の開始日",
  termTo: "任期の終了日",
};
const field = labelled(LABELS);

type Editing = Readonly<{
  id: string;
  organisationId: string;
  values: Readonly<Record<string, string>>;
  seen: string;
}>;

/** Adds a member, or changes the one that is chosen. */
export function MemberForm({
  editing,
  once,
  answer,
  sectors,
  accounts,
}: {
  editing: Editing | null;
  once: string;
  answer: unknown;
  sectors: readonly Option[];
  /** The users who may answer for a seat. */
  accounts: readonly Option[];
}) {
  return (
    <>
      <CommandForm
        {...(editing
          ? { command: "council-member.change", values: editing.values, seen: editing.seen }
          : { command: "council-member.add", values: { role: "member" }, once })}
        answer={answer}
        labels={LABELS}
        options={{ sector: sectors, role: ROLE_OPTIONS, userId: accounts }}
        submit={editing ? "保存する" : "委員を追加する"}
        kind="secondary"
      >
        {editing ? (
          <>
            <input type="hidden" name="id" value={editing.id} />
            <input type="hidden" name="organisationId" value={editing.organisationId} />
          </>
        ) : null}
        <TextField {...field("organisation")} />
        <SelectField {...field("sector")} empty="選択してください" options={sectors} />
        <SelectField {...field("role")} options={ROLE_OPTIONS} />
        <TextField {...field("representative")} optional />
        <TextField {...field("email")} hint="日程調整と会議の案内の送信先です" type="email" optional />
        {accounts.length > 0 ? (
          <SelectField
            {...field("userId")}
            hint="未選択の場合は、同じ機関の利用者が回答できます。機関名が異なる利用者に回答してもらうときに選択してください"
            optional
            empty="選択しない"
            options={accounts}
          />
        ) : null}
        <DayField {...field("termFrom")} optional />
        <DayField {...field("termTo")} optional />
      </CommandForm>
      {editing ? (
        <DeleteMember id={editing.id} named={editing.values.organisation ?? ""} answer={answer} />
      ) : null}
    </>
  );
}

const DeleteMember = ({ id, named, answer }: { id: string; named: string; answer: unknown }) => (
  <Removal
    className="mt-6"
    open="この委員を削除する"
    named={named}
    goes="30日以内は元に戻せます。"
    command="council-member.delete"
    answer={answer}
  >
    <input type="hidden" name="id" value={id} />
  </Removal>
);
