/** What was done with the directory, for the log that a person reads. */
export const DIRECTORY_WORDS = {
  "resource.find": { done: "地域資源を検索した", refused: "地域資源を検索しようとした" },
  "resource.find-area": { done: "地域資源の圏域を調べた", refused: "地域資源の圏域を調べようとした" },
  "resource.map": { done: "地域資源の地図を見た", refused: "地域資源の地図を見ようとした" },
  "resource.read": { done: "地域資源を見た", refused: "地域資源を見ようとした" },
  "resource.harvest": { done: "地域資源のデータを取得した", refused: "地域資源のデータを取得しようとした" },
  "resource.export": {
    done: "地域資源をファイルに保存した",
    refused: "地域資源をファイルに保存しようとした",
  },
  "resource.list-changes": {
    done: "地域資源の更新分を取得した",
    refused: "地域資源の更新分を取得しようとした",
  },
  "resource.list-services": {
    done: "地域資源のサービスを取得した（FHIR）",
    refused: "地域資源のサービスを取得しようとした（FHIR）",
  },
  "resource.list-locations": {
    done: "地域資源の所在地を取得した（FHIR）",
    refused: "地域資源の所在地を取得しようとした（FHIR）",
  },
  "resource.list-providers": {
    done: "地域資源の団体を取得した（FHIR）",
    refused: "地域資源の団体を取得しようとした（FHIR）",
  },
  "resource.give-bundle": {
    done: "地域資源を受け渡しデータに入れた",
    refused: "地域資源を受け渡しデータに入れようとした",
  },
  "resource.take-bundle": {
    done: "受け渡しデータの地域資源を登録した",
    refused: "受け渡しデータの地域資源を登録しようとした",
  },
  "resource.print-sign": {
    done: "健康づくり応援店の掲示を作成した",
    refused: "健康づくり応援店の掲示を作成しようとした",
  },
  "resource.print": { done: "地域資源の冊子を作成した", refused: "地域資源の冊子を作成しようとした" },
  "resource.list": { done: "地域資源の一覧を見た", refused: "地域資源の一覧を見ようとした" },
  "resource.choices": { done: "地域資源の登録を始めた", refused: "地域資源の登録を始めようとした" },
  "resource.read-to-edit": { done: "地域資源の編集を始めた", refused: "地域資源の編集を始めようとした" },
  "resource.add": { done: "地域資源を登録した", refused: "地域資源を登録しようとした" },
  "resource.save": { done: "地域資源を変更した", refused: "地域資源を変更しようとした" },
  "resource.set-intake": {
    done: "地域資源の受付の状況を更新した",
    refused: "地域資源の受付の状況を更新しようとした",
  },
  "resource.confirm": {
    done: "地域資源の内容を確認済みにした",
    refused: "地域資源の内容を確認済みにしようとした",
  },
  "resource.read-own": {
    done: "掲載内容の確認のページを見た",
    refused: "掲載内容の確認のページを見ようとした",
  },
  "resource.unlist": {
    done: "地域資源の掲載を希望により取りやめた",
    refused: "地域資源の掲載を希望により取りやめようとした",
  },
  "resource.withdraw": { done: "地域資源の掲載を終了した", refused: "地域資源の掲載を終了しようとした" },
  "resource.relist": { done: "地域資源を再び掲載した", refused: "地域資源を再び掲載しようとした" },
  "resource.report": { done: "掲載内容の誤りを知らせた", refused: "掲載内容の誤りを知らせようとした" },
  "resource-report.settle": {
    done: "掲載内容の誤りのお知らせを対応済みにした",
    refused: "掲載内容の誤りのお知らせを対応済みにしようとした",
  },
  "resource.ask-owner": { done: "掲載機関に確認を依頼した", refused: "掲載機関に確認を依頼しようとした" },
  "resource.list-duplicates": {
    done: "地域資源の重複の確認を見た",
    refused: "地域資源の重複の確認を見ようとした",
  },
  "resource.merge": { done: "重複する地域資源を統合した", refused: "重複する地域資源を統合しようとした" },
  "resource.unmerge": { done: "地域資源の統合を取り消した", refused: "地域資源の統合を取り消そうとした" },
  "resource.tell-apart": {
    done: "2つの地域資源を別の掲載とした",
    refused: "2つの地域資源を別の掲載としようとした",
  },
  "resource.push": {
    done: "事業の登録を地域資源に掲載した",
    refused: "事業の登録を地域資源に掲載しようとした",
  },
  "resource.list-pushed": {
    done: "事業から掲載した地域資源を見た",
    refused: "事業から掲載した地域資源を見ようとした",
  },
  "resource.index": { done: "地域資源の検索の準備をした", refused: "地域資源の検索の準備をしようとした" },
  "resource.due": { done: "確認の依頼の時期を調べた", refused: "確認の依頼の時期を調べようとした" },
  "resource.ask-due": {
    done: "半年ごとの確認を掲載機関に依頼した",
    refused: "半年ごとの確認を掲載機関に依頼しようとした",
  },
  "resource.load-samples": { done: "見本の地域資源を登録した", refused: "見本の地域資源を登録しようとした" },
  "town.load-points": { done: "町名の位置を読み込んだ", refused: "町名の位置を読み込もうとした" },
  "resource.read-today": {
    done: "地域資源の本日の業務を見た",
    refused: "地域資源の本日の業務を見ようとした",
  },
  "resource.read-days": { done: "地域資源の予定を見た", refused: "地域資源の予定を見ようとした" },
  "resource-import.begin": {
    done: "地域資源の取り込みを始めた",
    refused: "地域資源の取り込みを始めようとした",
  },
  "resource-import.match": {
    done: "取り込む地域資源の列の対応を変更した",
    refused: "取り込む地域資源の列の対応を変更しようとした",
  },
  "resource-import.check": {
    done: "地域資源のファイルを確認した",
    refused: "地域資源のファイルを確認しようとした",
  },
  "resource-import.take": {
    done: "地域資源をファイルから取り込んだ",
    refused: "地域資源をファイルから取り込もうとした",
  },
  "resource-import.cancel": {
    done: "地域資源の取り込みをやめた",
    refused: "地域資源の取り込みをやめようとした",
  },
  "resource-import.withdraw": {
    done: "地域資源の取り込みを取り消した",
    refused: "地域資源の取り込みを取り消そうとした",
  },
  "resource-import.run": {
    done: "地域資源の取り込みの作業を進めた",
    refused: "地域資源の取り込みの作業を進めようとした",
  },
  "resource-import.fail": {
    done: "地域資源の取り込みの作業を止めた",
    refused: "地域資源の取り込みの作業を止めようとした",
  },
  "resource-import.list": {
    done: "地域資源の取り込みの一覧を見た",
    refused: "地域資源の取り込みの一覧を見ようとした",
  },
  "resource-import.read": { done: "地域資源の取り込みを見た", refused: "地域資源の取り込みを見ようとした" },
  "resource-import.read-rejected": {
    done: "地域資源の修正が必要な行を見た",
    refused: "地域資源の修正が必要な行を見ようとした",
  },
  "resource-import.list-under-way": {
    done: "進行中の地域資源の取り込みを見た",
    refused: "進行中の地域資源の取り込みを見ようとした",
  },
} as const;
