import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { MEMBER_ROLE } from "../messages.ts";

/** The fields of a member, empty or filled. */
export function MemberForm({
  values,
  id,
  onceKey,
  errors,
  sectors,
}: {
  values: Readonly<Record<string, string | undefined>>;
  id: string | undefined;
  onceKey: string;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  sectors: readonly Option[];
}) {
  const field = (name: string) => ({ name, defaultValue: values[name], errors: errors?.[name] });
  return (
    <OnceForm submit={id ? "保存する" : "委員を加える"} kind="secondary" onceKey={onceKey}>
      <input type="hidden" name="intent" value="member" />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      {values.organisationId ? (
        <input type="hidden" name="organisationId" value={values.organisationId} />
      ) : null}
      <TextField label="機関の名前" {...field("organisation")} />
      <SelectField label="分野" empty="選んでください" options={sectors} {...field("sector")} />
      <SelectField
        label="役割"
        options={Object.entries(MEMBER_ROLE).map(([value, label]) => ({ value, label }))}
        {...field("role")}
      />
      <TextField label="代表者の職名・氏名" optional {...field("representative")} />
      <TextField
        label="メールアドレス"
        hint="日程のおたずねと会議の案内を送ります"
        type="email"
        optional
        {...field("email")}
      />
      <TextField label="任期の始まり" type="date" optional className="max-w-56" {...field("termFrom")} />
      <TextField label="任期の終わり" type="date" optional className="max-w-56" {...field("termTo")} />
    </OnceForm>
  );
}

export function RemoveMember({ id }: { id: string }) {
  return (
    <div className="mt-6">
      <OnceForm submit="この委員を消す" kind="danger" busy="消しています…">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="id" value={id} />
      </OnceForm>
    </div>
  );
}
