/** That the extension never runs where people read mail, sign in or search. */

import type { NewsSiteRow } from '../types.ts'
import type { Report } from './report.ts'

/** Labels of hosts that serve mail, accounts, documents or search, whoever runs them. */
export const SERVICE_LABELS: ReadonlySet<string> = new Set(
  (
    'mail email webmail imap pop smtp outlook login logins signin sign-in auth oauth sso id idp nid passport account ' +
    'accounts myaccount konto compte cuenta my member members profile search suche recherche buscar docs drive disk ' +
    'pan cloud calendar contacts photos chat messages meet bank pay wallet shop auctions ptlogin2 reg'
  ).split(' '),
)

/** True for hosts that serve mail, accounts, documents or search by their name (`mail.example.com`). */
export const isServiceHost = (host: string): boolean =>
  host
    .split('.')
    .slice(0, -1)
    .some((label) => SERVICE_LABELS.has(label))

/** Portals that serve mail, accounts or search beside news: only the exact host of their news may be listed. */
const PORTALS: ReadonlySet<string> = new Set(
  (
    '126.com 139.com 163.com 189.cn 21cn.com aliyun.com aol.com aol.de apple.com arcor.de att.net baidu.com bigpond.com ' +
    'biglobe.ne.jp bing.com bluewin.ch bol.com.br bt.com china.com daum.net docomo.ne.jp eastmoney.com excite.co.jp ' +
    'fastmail.com foxmail.com free.fr freenet.de globo.com gmx.at gmx.ch gmx.de gmx.net go.com goo.ne.jp google.com ' +
    'hanmail.net hinet.net hotmail.com icloud.com ifeng.com ig.com.br indiatimes.com infoseek.co.jp interia.pl joins.com ' +
    'kakao.com laposte.net libero.it live.com livedoor.com mail.com mail.ru microsoft.com mingpao.com msn.com nate.com ' +
    'naver.com nifty.com now.com ocn.ne.jp office.com onet.pl orange.es orange.fr outlook.com pchome.com.tw proton.me ' +
    'qq.com rakuten.co.jp rambler.ru rediff.com seznam.cz sfr.fr sina.cn sina.com sina.com.cn so-net.ne.jp so.com ' +
    'sogou.com sohu.com t-online.de telekom.de terra.com terra.com.br tiscali.it tom.com toutiao.com udn.com uol.com.br ' +
    'virgilio.it wanadoo.fr web.de weibo.com wp.pl yahoo.co.jp yahoo.com yandex.com yandex.ru yeah.net zoho.com zum.com'
  ).split(' '),
)

/** Hosts whose whole purpose is search. */
const SEARCH: ReadonlySet<string> = new Set(
  'baidu.com bing.com duckduckgo.com ecosia.org google.com qwant.com so.com sogou.com startpage.com'.split(' '),
)

/** Rules of `news-sites`. `isPublicSuffix` knows the public suffix list (co.uk, github.io). */
export function checkNewsSites(
  sites: readonly NewsSiteRow[],
  isPublicSuffix: (host: string) => boolean,
  report: Report,
): void {
  sites.forEach(({ host, match }, index) => {
    const bare = host.replace(/^www\./, '')
    if (isPublicSuffix(host)) report(index, 'host', `"${host}" is a public suffix: anybody may have a site there`)
    else if (SEARCH.has(bare) || bare.startsWith('google.')) report(index, 'host', `"${host}" serves search`)
    else if (isServiceHost(host)) report(index, 'host', `"${host}" serves mail, accounts, documents or search`)
    else if (match === 'domain' && PORTALS.has(bare))
      report(index, 'match', `"${host}" has mail, accounts or search below it: list the exact host of its news`)
  })
}
