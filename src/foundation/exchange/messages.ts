export const EXCHANGE_WORDS = {
  "exchange.read": { done: "データの受け渡しを見た", refused: "データの受け渡しを見ようとした" },
  "exchange.begin": { done: "受け渡しの鍵を作成した", refused: "受け渡しの鍵を作成しようとした" },
  "exchange.read-today": {
    done: "受け渡しの本日の業務を見た",
    refused: "受け渡しの本日の業務を見ようとした",
  },
  "exchange-partner.add": { done: "受け渡しの相手を登録した", refused: "受け渡しの相手を登録しようとした" },
  "exchange-partner.end": { done: "受け渡しの相手を終了した", refused: "受け渡しの相手を終了しようとした" },
  "bundle.make": { done: "受け渡しデータを作成した", refused: "受け渡しデータを作成しようとした" },
  "bundle.read": {
    done: "受け渡しデータをダウンロードした",
    refused: "受け渡しデータをダウンロードしようとした",
  },
  "bundle.inspect": { done: "受け渡しデータを検査した", refused: "受け渡しデータを検査しようとした" },
  "bundle.take": { done: "受け渡しデータを受け入れた", refused: "受け渡しデータを受け入れようとした" },
};

const FLAW_SENTENCES: Readonly<Record<string, string>> = {
  "too long": "ファイルが大きすぎます（上限50MB）。受け渡しデータではない可能性があります。",
  "not for us":
    "このシステムあての受け渡しデータとして開けません。別の相手あてか、途中で壊れたか、書き換えられています。作成元でもう一度書き出してください。",
  hostile: "中のファイルの構成が不正です。このファイルは使わず、作成元に確認してください。",
  "no manifest": "送り状がないか、読み取れません。作成元でもう一度書き出してください。",
  "unknown sender": "登録していない相手が作成したデータです。相手の鍵の登録を確認してください。",
  forged: "署名が一致しません。登録した相手が作成したものではありません。作成元に確認してください。",
  "another receiver": "別の相手あての受け渡しデータです。あて先のシステムで受け入れてください。",
  "undeclared file": "送り状にないファイルが入っています。作成元に確認してください。",
  "missing file": "送り状にあるファイルが入っていません。作成元でもう一度書き出してください。",
  "changed file": "ファイルの内容が送り状と一致しません。作成元でもう一度書き出してください。",
  "undeclared content":
    "このシステムで受け入れると決めていない種類のデータが入っています。双方の版をそろえてください。",
  "unfit content": "データの形式が決めた形式と一致しません。双方の版をそろえてください。",
  "number used":
    "同じ番号の別の受け渡しデータを受け入れ済みです。こちらで返送データを作成し、相手に受け入れてもらってから、作成し直してもらってください。",
};
/** What is said of a bundle that was refused. */
export const flawWords = (flaw: string, file: string | null | undefined): string =>
  `受け入れませんでした（変更はありません）。${FLAW_SENTENCES[flaw] ?? flaw}${file ? `　ファイル: ${file}` : ""}`;

export const EXCHANGE = {
  title: "データの受け渡し",
  lead: "ネットワークがつながっていない2つのYui（庁内と公開側）の間で、USBメモリーなどの媒体を使ってデータを受け渡します。",
  sides: { inside: "庁内側（閉域）", outside: "公開側（インターネット）" },
  own: {
    title: "このシステムの鍵",
    none: "受け渡しを始めるには、名称と設置場所を登録して鍵を作成します。",
    name: "名称",
    nameHint: "相手の画面と送り状に表示されます。例: 浜田保健所（公開側）",
    side: "設置場所",
    begin: "鍵を作成する",
    fingerprint: "鍵の指紋",
    fingerprintHint: "紙に印刷して相手の担当者に手渡します。電子メールでは送りません。",
    card: "公開鍵のファイルをダウンロードする",
    stands: "鍵は作成済みです。作り直す場合は、その旨を選択してください。",
    renew: "鍵を作り直す",
    renewAsks:
      "鍵を作り直します。相手に新しい公開鍵を渡すまで受け渡しはできず、運搬中の受け渡しデータは開けなくなります。",
  },
  partners: {
    title: "受け渡しの相手",
    none: "相手は登録されていません。",
    columns: { name: "名称", side: "設置場所", fingerprint: "鍵の指紋", gaps: "届いていない番号" },
    noGaps: "なし",
    gaps: (numbers: readonly number[]) =>
      `第${numbers.join("・")}号（内容は後の号に含まれるため、再送は不要です）`,
    end: "終了する",
    add: "相手を登録する",
    card: "相手の公開鍵",
    cardHint: "相手からもらった公開鍵のファイルの内容を貼り付けます。",
    typed: "紙で受け取った鍵の指紋",
    typedHint: "例: 7K3M-…　ハイフンは省略できます。",
  },
  make: {
    title: "作成して持ち出す",
    partner: "相手",
    whole: "範囲",
    wholeTick: "初めから全部を入れる（相手がバックアップから復元したときなど）",
    submit: "受け渡しデータを作成する",
    again: "受領の確認が戻るまで、次の号にも同じ内容が入ります。途中で紛失しても、次の号で届きます。",
  },
  take: {
    title: "受け入れる",
    file: "受け渡しデータ",
    fileHint: "拡張子 .bundle のファイルを選択します。すべての検査に合格するまで、何も登録しません。",
    submit: "検査して受け入れる",
    again: (day: string) => `この受け渡しデータは${day}に受け入れ済みです。変更はありません。`,
    late: "より新しい号を受け入れ済みのため、内容は登録しませんでした（新しい号に含まれています）。",
    taken: (number: number, sender: string, changed: number) =>
      `${sender}の第${number}号を受け入れました。${changed}件を登録・更新しました。次に作成するデータで、受領の確認が相手に届きます。`,
  },
  ledger: {
    title: "受け渡しの台帳",
    none: "受け渡しはまだありません。",
    columns: { number: "号", way: "方向", partner: "相手", at: "作成日時", state: "状態", counts: "内容" },
    ways: { out: "持ち出し", in: "受け入れ" },
    states: {
      made: "受領の確認待ち",
      delivered: "受領確認済み",
      taken: "受け入れ済み",
      late: "登録なし（新しい号に含まれる）",
    },
    file: "データ",
    list: "送り状",
    nothing: "受領の確認のみ",
  },
  refusals: {
    title: "受け入れなかったデータ",
    columns: { at: "日時", why: "理由" },
  },
  carried: {
    title: "受け渡すデータの種類",
    columns: { title: "種類", direction: "方向", persons: "個人に関する情報", basis: "根拠" },
    directions: { outwards: "庁内 → 公開側", inwards: "公開側 → 庁内", stays: "持ち出さない" },
    persons: { yes: "含む（庁内へのみ）", no: "含まない" },
  },
  errors: {
    name: "名称を80文字以内で入力してください。",
    side: "設置場所を選択してください。",
    card: "公開鍵として読み取れません。相手のファイルの内容を、最初の { から最後の } まで貼り付けてください。",
    otherSide: "設置場所は変更できません。",
    sameSide: "相手の設置場所がこのシステムと同じです。庁内側と公開側の間でだけ受け渡せます。",
    own: "これはこのシステム自身の公開鍵です。相手の公開鍵を貼り付けてください。",
    fingerprint:
      "公開鍵の指紋と一致しません。紙の指紋をもう一度確認し、それでも違うときは登録せず相手に連絡してください。",
    known: "この相手は登録済みです。",
    partner: "相手を選択してください。",
    file: "受け渡しデータを選択してください。",
    begin: "先に、このシステムの鍵を作成してください。",
  },
  today: {
    unacknowledged: (partner: string, number: number) =>
      `${partner}あて第${number}号の受領の確認が戻っていません`,
    detail: "次の号に同じ内容が入ります。媒体が届いているか、相手に確認してください。",
    go: "確認する",
  },
};

/** What the officer who carries a medium reads and signs for: what is in it, for whom, and that nobody is named in it. */
export const LIST = {
  title: "受け渡しデータ送り状",
  number: (number: number) => `第${number}号`,
  id: "識別番号",
  from: "送り元",
  to: "あて先",
  at: "作成日時",
  acknowledges: "受領の確認",
  none: "なし",
  count: (count: number) => `${count}件`,
  basis: "根拠",
  persons: "個人に関する情報を含む（暗号化済み。この送り状には記載しない）",
  noPersons: "個人に関する情報を含まない",
  more: (count: number) => `ほか${count}件`,
  sealed: "中身はあて先のシステムだけが開けます。紛失したときは、すぐに送り元の管理者に連絡してください。",
  carried: "運搬者:　　　　　　　　　　受領者:　　　　　　　　　　",
};
