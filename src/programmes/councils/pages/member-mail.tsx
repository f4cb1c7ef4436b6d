import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";

type Proposal = Readonly<{ id: string; name: string; email: string; from: string }>;

/** Addresses that are known already, of the users of the member's organisation or of its entry. */
export function MemberMail({ proposals, answer }: { proposals: readonly Proposal[]; answer: unknown }) {
  if (proposals.length === 0) return null;
  return (
    <Section
      title="メールアドレスの候補"
      id="mail"
      lead="メールアドレスのない委員について、利用者と関係機関の登録から見つかったものです。登録する委員を選択してください。"
    >
      <CommandForm
        key={proposals.length}
        command="council-member.take-mail"
        answer={answer}
        labels={{ member: "登録する委員" }}
        submit="選択した委員に登録する"
        kind="secondary"
      >
        <ChoiceField
          label="登録する委員"
          name="member"
          type="checkbox"
          chosen={proposals.map(({ id }) => id)}
          options={proposals.map(({ id, name, email, from }) => ({
            value: id,
            label: `${name}：${email}（${from}）`,
          }))}
        />
      </CommandForm>
    </Section>
  );
}
