/** Where the extension runs: match patterns, the list of news hosts, and the hosts that it must never contain. */

import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import { isServiceHost } from '../../../lib/dataset/rules/news-sites.ts'
import {
  ALL_SITES,
  hostOfPattern,
  isOnPatterns,
  isOnSites,
  matchPattern,
  patternOfHost,
  type Site,
} from '../../../lib/sites/match.ts'
import { tables } from '../dataset/bundled.ts'

const sites = tables['news-sites']
const two: Site[] = [
  { host: 'reuters.com', match: 'domain' },
  { host: 'news.yahoo.co.jp', match: 'host' },
]

describe('matchPattern', () => {
  it('takes a domain with all below it', () =>
    expect(matchPattern({ host: 'reuters.com', match: 'domain' })).toBe('https://*.reuters.com/*'))
  it('takes a host alone', () =>
    expect(matchPattern({ host: 'news.yahoo.co.jp', match: 'host' })).toBe('https://news.yahoo.co.jp/*'))
})

describe('hostOfPattern', () => {
  it('is the host that the reader added, none where it is all sites', () => {
    expect(hostOfPattern(patternOfHost('blog.example'))).toBe('blog.example')
    expect(hostOfPattern(ALL_SITES)).toBe('')
  })
})

describe('isOnSites', () => {
  it.each([
    'https://reuters.com/',
    'https://www.reuters.com/world/x?y#z',
    'https://a.b.reuters.com',
    'https://REUTERS.com/x',
    'https://www.reuters.com:443/x',
    'https://news.yahoo.co.jp/articles/1',
  ])('%s is', (address) => expect(isOnSites(address, two)).toBe(true))

  it.each([
    'http://www.reuters.com/',
    'https://notreuters.com/',
    'https://reuters.com.evil.example/',
    'https://evil.example/reuters.com',
    'https://evil.example/?https://reuters.com/',
    'https://reuters.com@evil.example/',
    'https://mail.yahoo.co.jp/',
    'https://a.news.yahoo.co.jp/',
    'https://yahoo.co.jp/',
    'ftp://reuters.com/',
    'file:///reuters.com',
    'reuters.com',
    '',
    'https://',
  ])('%s is not', (address) => expect(isOnSites(address, two)).toBe(false))
})

describe('isOnPatterns', () => {
  const patterns = ['https://*.reuters.com/*', patternOfHost('blog.example')]
  it.each([
    ['https://reuters.com/x', patterns],
    ['https://www.reuters.com/', patterns],
    ['https://blog.example/a?b', patterns],
    ['https://blog.example:8443/', patterns],
    ['https://anything.example/', [ALL_SITES]],
    ['http://anything.example/', ['*://*/*']],
    ['http://anything.example/', ['<all_urls>']],
    ['http://a.b.example/', ['*://*.b.example/*']],
    // A pattern within another, as permissions are compared.
    ['https://blog.example/*', [ALL_SITES]],
    ['https://*.reuters.com/*', patterns],
    [ALL_SITES, ['*://*/*']],
  ])('%s is on %j', (address, on) => expect(isOnPatterns(address, on)).toBe(true))

  it.each([
    ['http://www.reuters.com/', patterns],
    ['https://a.blog.example/', patterns],
    ['https://notreuters.com/', patterns],
    ['https://reuters.com.evil.example/', patterns],
    ['http://anything.example/', [ALL_SITES]],
    ['chrome://version/', ['<all_urls>']],
    ['file:///x', ['<all_urls>', 'file:///*']],
    [ALL_SITES, patterns],
    ['https://blog.example/', ['nonsense', 'https://']],
    ['', [ALL_SITES]],
  ])('%s is not on %j', (address, on) => expect(isOnPatterns(address, on)).toBe(false))
})

describe('news-sites.csv', () => {
  it('has at least 250 hosts, each once', () => {
    expect(sites.length).toBeGreaterThanOrEqual(250)
    expect(new Set(sites.map(({ host }) => host)).size).toBe(sites.length)
  })

  it('has a fair number in each of the eight languages', () => {
    for (const language of LANGUAGES)
      expect([language, sites.filter(({ lang }) => lang === language).length >= 15]).toEqual([language, true])
  })

  it('has wires, dailies, business, trade, mining and defence press, broadcasters and aggregators', () => {
    const kinds = new Set(sites.map(({ kind }) => kind))
    for (const kind of ['wire', 'daily', 'business', 'trade', 'mining', 'defence', 'broadcaster', 'aggregator'])
      expect(kinds).toContain(kind)
  })

  it('gives valid https patterns only', () => {
    for (const site of sites) {
      expect(matchPattern(site)).toMatch(/^https:\/\/(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\/\*$/)
      expect(isOnSites(`https://${site.host}/article`, [site])).toBe(true)
    }
  })

  it('lists no host that another row covers already', () => {
    const covered = sites.filter((site) =>
      isOnSites(
        `https://${site.host}/`,
        sites.filter((other) => other !== site),
      ),
    )
    expect(covered.map(({ host }) => host)).toEqual([])
  })

  it('never runs where mail, documents, accounts or search are', () => {
    const foreign = [
      'mail.google.com',
      'accounts.google.com',
      'docs.google.com',
      'drive.google.com',
      'www.google.com',
      'google.com',
      'google.co.jp',
      'news.google.com',
      'calendar.google.com',
      'myaccount.google.com',
      'outlook.live.com',
      'login.live.com',
      'outlook.office.com',
      'login.microsoftonline.com',
      'www.office.com',
      'www.bing.com',
      'bing.com',
      'onedrive.live.com',
      'teams.microsoft.com',
      'account.microsoft.com',
      'mail.yahoo.com',
      'login.yahoo.com',
      'search.yahoo.com',
      'www.yahoo.com',
      'yahoo.com',
      'mail.yahoo.co.jp',
      'login.yahoo.co.jp',
      'search.yahoo.co.jp',
      'www.yahoo.co.jp',
      'auctions.yahoo.co.jp',
      'tw.mail.yahoo.com',
      'tw.search.yahoo.com',
      'hk.mail.yahoo.com',
      'de.mail.yahoo.com',
      'fr.search.yahoo.com',
      'mail.naver.com',
      'nid.naver.com',
      'search.naver.com',
      'www.naver.com',
      'naver.com',
      'cafe.naver.com',
      'mail.daum.net',
      'search.daum.net',
      'www.daum.net',
      'daum.net',
      'logins.daum.net',
      'accounts.kakao.com',
      'mail.qq.com',
      'docs.qq.com',
      'www.qq.com',
      'qq.com',
      'qzone.qq.com',
      'ssl.ptlogin2.qq.com',
      'mail.163.com',
      'reg.163.com',
      '163.com',
      'email.163.com',
      'mail.126.com',
      'note.youdao.com',
      'mail.sina.com.cn',
      'login.sina.com.cn',
      'sina.com.cn',
      'mail.sina.com',
      'weibo.com',
      'passport.weibo.com',
      'mail.sohu.com',
      'passport.sohu.com',
      'sohu.com',
      'www.sogou.com',
      'www.so.com',
      'www.baidu.com',
      'pan.baidu.com',
      'passport.baidu.com',
      'baijiahao.baidu.com',
      'mail.livedoor.com',
      'blog.livedoor.com',
      'member.livedoor.com',
      'www.infoseek.co.jp',
      'mail.nifty.com',
      'www.goo.ne.jp',
      'mail.goo.ne.jp',
      'www.biglobe.ne.jp',
      'web.de',
      'navigator.web.de',
      'www.gmx.net',
      'gmx.net',
      'mail.gmx.net',
      'email.t-online.de',
      'accounts.login.idm.telekom.com',
      't-online.de',
      'mail.orange.fr',
      'www.orange.fr',
      'login.orange.fr',
      'www.laposte.net',
      'www.free.fr',
      'mail.seznam.cz',
      'www.seznam.cz',
      'mail.terra.com',
      'www.hotmail.com',
      'mail.proton.me',
      'mail.zoho.com',
      'www.msn.cn',
      'msn.com',
      'account.msn.com',
      'mail.aol.com',
      'login.aol.com',
      'www.icloud.com',
      'appleid.apple.com',
      'duckduckgo.com',
      'www.ecosia.org',
      'www.qwant.com',
      'yandex.ru',
      'mail.yandex.ru',
      'mail.ru',
      'e.mail.ru',
      'www.dropbox.com',
      'www.notion.so',
      'github.com',
      'gitlab.com',
      'www.facebook.com',
      'x.com',
      'www.linkedin.com',
      'www.reddit.com',
      'www.youtube.com',
      'www.amazon.com',
      'www.paypal.com',
      'www.tmall.com',
      'web.whatsapp.com',
      'localhost',
      '127.0.0.1',
      'mail.hinet.net',
      'www.pchome.com.tw',
      'mail.pchome.com.tw',
      'tw.yahoo.com',
    ]
    expect(foreign.filter((host) => isOnSites(`https://${host}/`, sites))).toEqual([])
  })

  /** Sites that give everybody mail, an account or search beside their news. Kept apart from the tool's own list. */
  const PORTALS = (
    'yahoo.com yahoo.co.jp yahoo.com.tw yahoo.fr google.com google.co.jp google.de naver.com daum.net nate.com zum.com ' +
    'kakao.com joins.com qq.com 163.com 126.com sina.com sina.com.cn sina.cn sohu.com sogou.com ifeng.com baidu.com ' +
    'eastmoney.com toutiao.com 21cn.com china.com tom.com weibo.com now.com mingpao.com udn.com pchome.com.tw hinet.net ' +
    'msn.com live.com hotmail.com outlook.com microsoft.com bing.com aol.com go.com indiatimes.com rediff.com web.de ' +
    'gmx.net gmx.de gmx.at gmx.ch freenet.de t-online.de telekom.de arcor.de bluewin.ch orange.fr orange.es sfr.fr free.fr ' +
    'laposte.net wanadoo.fr libero.it virgilio.it tiscali.it terra.com terra.es terra.com.br uol.com.br globo.com ' +
    'livedoor.com goo.ne.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp infoseek.co.jp excite.co.jp rakuten.co.jp ' +
    'docomo.ne.jp au.com seznam.cz mail.ru yandex.ru rambler.ru wp.pl onet.pl interia.pl bt.com att.net'
  ).split(' ')

  it('takes of a portal nothing but the exact host of its news', () => {
    const below = sites.filter(({ host }) => PORTALS.some((portal) => host === portal || host.endsWith(`.${portal}`)))
    // Else the list of portals, or this test, reads the wrong hosts.
    expect(below.map(({ host }) => host)).toEqual(
      expect.arrayContaining(['news.yahoo.co.jp', 'n.news.naver.com', 'news.qq.com', 'www.163.com', 'www.t-online.de']),
    )
    expect(below.filter(({ match }) => match === 'domain').map(({ host }) => host)).toEqual([])
    const news = new Set(below.map(({ host }) => host))
    const services = 'mail webmail login accounts account passport id search docs drive calendar my www'.split(' ')
    const others = PORTALS.flatMap((portal) => [portal, ...services.map((label) => `${label}.${portal}`)])
    expect(others.filter((host) => !news.has(host) && isOnSites(`https://${host}/`, sites))).toEqual([])
  })

  it('names no host that serves mail, accounts, documents or search itself', () => {
    expect(sites.filter(({ host }) => isServiceHost(host)).map(({ host }) => host)).toEqual([])
  })

  it('has no public suffix', () => {
    const suffixes = new Set([
      'com',
      'net',
      'org',
      'de',
      'fr',
      'es',
      'jp',
      'cn',
      'tw',
      'kr',
      'uk',
      'eu',
      'info',
      'news',
      'media',
      'mg',
      'co.jp',
      'ne.jp',
      'or.jp',
      'go.jp',
      'ac.jp',
      'com.cn',
      'net.cn',
      'org.cn',
      'gov.cn',
      'com.tw',
      'org.tw',
      'com.hk',
      'org.hk',
      'co.kr',
      'or.kr',
      'go.kr',
      're.kr',
      'co.uk',
      'org.uk',
      'ac.uk',
      'com.au',
      'net.au',
      'com.sg',
      'com.my',
      'co.in',
      'com.mx',
      'com.ar',
      'com.co',
      'com.pe',
      'co.za',
      'co.nz',
      'com.br',
      'com.vn',
      'blogspot.com',
      'github.io',
      'wordpress.com',
      'medium.com',
      'substack.com',
      'netlify.app',
      'vercel.app',
    ])
    expect(sites.filter(({ host }) => suffixes.has(host)).map(({ host }) => host)).toEqual([])
    const generic = /^(?:com|co|net|org|ne|or|go|gov|ac|edu)\.[a-z]{2}$/
    expect(sites.filter(({ host }) => generic.test(host) || !host.includes('.')).map(({ host }) => host)).toEqual([])
  })
})
