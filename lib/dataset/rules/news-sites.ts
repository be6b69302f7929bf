/** That the extension never runs where people read mail, sign in or search (design.md §5). */

import type { NewsSiteRow } from '../types.ts'
import type { Report } from './report.ts'

/** Labels of hosts that serve mail, accounts, documents or search, whoever runs them. */
export const SERVICE_LABELS: ReadonlySet<string> = new Set(
  (
    'mail email webmail imap pop smtp outlook login logins signin sign-in auth oauth sso id idp nid passport account ' +
    'accounts myaccount my member members profile search docs drive disk pan cloud calendar contacts photos chat ' +
    'messages meet bank pay wallet shop auctions ptlogin2 reg'
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
    '126.com 163.com aol.com apple.com baidu.com biglobe.ne.jp bing.com daum.net free.fr freenet.de gmx.net goo.ne.jp ' +
    'google.com hotmail.com icloud.com infoseek.co.jp kakao.com laposte.net live.com livedoor.com mail.ru ' +
    'microsoft.com msn.com nate.com naver.com nifty.com office.com orange.fr outlook.com proton.me qq.com rambler.ru ' +
    'sfr.fr sina.cn sina.com sina.com.cn so.com sogou.com sohu.com seznam.cz t-online.de terra.com tom.com toutiao.com ' +
    'wanadoo.fr web.de weibo.com yahoo.co.jp yahoo.com yandex.com yandex.ru zoho.com zum.com'
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
