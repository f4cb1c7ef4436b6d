import { TextLink } from "#ui/button.tsx";

/** Where a case leads on to. */
export const CaseLinks = ({ base, named }: { base: string; named: boolean }) => (
  <ul className="no-print mt-8 flex flex-col gap-2">
    <li>
      <TextLink to={`${base}/files`}>資料・同意書の写し</TextLink>
    </li>
    {named ? (
      <li>
        <TextLink to={`${base}/own-page`}>ご本人用のページ</TextLink>
      </li>
    ) : null}
    <li>
      <TextLink to={`${base}/services`}>地域産業保健センターのサービス</TextLink>
    </li>
    <li>
      <TextLink to={`${base}/export`}>ご本人への開示</TextLink>
    </li>
  </ul>
);

/** What an office knows of its work as a whole. */
export const OfficeLinks = ({ base, supervises }: { base: string; supervises: boolean }) => (
  <ul className="no-print mt-8 flex flex-wrap gap-x-6 gap-y-2">
    <li>
      <TextLink to={`${base}/counts`}>相談の件数</TextLink>
    </li>
    {supervises ? (
      <li>
        <TextLink to={`${base}/erasure`}>保存期間と削除</TextLink>
      </li>
    ) : null}
  </ul>
);

/** To the papers for an office outside, and what it answered. */
export const HandOutLink = ({ organisation, referral }: { organisation: string; referral: string }) => (
  <p className="my-4">
    <TextLink to={`/offices/${organisation}/referrals/${referral}/hand-out`}>書類の作成・返信の登録</TextLink>
  </p>
);
