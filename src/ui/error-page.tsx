import { Button } from "./button.tsx";

type Text = { title: string; happened: string; next: string };

const TEXTS: Readonly<Record<number, Text>> = {
  403: {
    title: "このページは見られません",
    happened: "現在の役割では、このページを開く権限がありません。記録やデータは何も変わっていません。",
    next: "必要なときは、所属の事務局に役割の追加を依頼してください。",
  },
  404: {
    title: "ページが見つかりません",
    happened: "アドレス（URL）が変わったか、公開されていないか、存在しないページです。",
    next: "アドレス（URL）をもう一度確認するか、下の欄から検索してください。",
  },
};

const OUTAGE: Text = {
  title: "表示できません",
  happened: "処理できませんでした。保存済みの内容は失われていません。",
  next: "少し待ってから、もう一度開いてください。解決しないときは、窓口または管理者に、時刻を添えてご連絡ください。",
};

const SIGN_IN_FIRST: Text = {
  title: "ログインすると見られるページです",
  happened: "このページを見られるのは、役割のある関係機関の人だけです。",
  next: "ログインすると、このページに戻ります。",
};

const LINK = "text-blue-1000 underline underline-offset-4";

/**
 * What a person sees when a page can't be shown: what happened, that nothing was lost, and the next step. `signIn` is
 * where somebody who did not sign in may do so and come back.
 */
export function ErrorText({ status, signIn }: { status: number; signIn?: string | undefined }) {
  const mayHelp = status === 403 && signIn !== undefined;
  const text = mayHelp ? SIGN_IN_FIRST : (TEXTS[status] ?? OUTAGE);
  return (
    <>
      <title>{`${text.title} | 結 Yui`}</title>
      <h1 className="text-std-28B-150">{text.title}</h1>
      <p className="mt-6 text-std-16N-170">{text.happened}</p>
      <p className="mt-4 text-std-16N-170">{text.next}</p>
      <form action="/search" method="get" className="mt-8 flex max-w-xl gap-2">
        <input
          type="search"
          name="q"
          aria-label="地域・機関・指標などを検索"
          maxLength={100}
          className="min-h-11 min-w-0 grow rounded-8 border border-solid-gray-600 px-3 text-std-16N-170"
        />
        <Button className="shrink-0">検索</Button>
      </form>
      <p className="mt-6 flex flex-wrap gap-x-8 gap-y-3">
        {mayHelp ? (
          <a className={LINK} href={signIn}>
            ログインする
          </a>
        ) : null}
        <a className={LINK} href="/">
          はじめのページへ
        </a>
        <a className={LINK} href="/about/contact">
          お問い合わせ
        </a>
      </p>
    </>
  );
}

/** The same where no frame stands around it. */
export function ErrorPage({ status }: { status: number }) {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <ErrorText status={status} />
    </main>
  );
}
