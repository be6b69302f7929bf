/** Where the extension runs: match patterns, and the list of news hosts. */

import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import { isOnSites, matchPattern, type Site } from '../../../lib/sites/match.ts'
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

  it('takes one exact host of every portal', () => {
    const portals =
      /(?:^|\.)(?:yahoo\.(?:com|co\.jp)|google\.com|naver\.com|daum\.net|qq\.com|163\.com|sina\.com\.cn|sohu\.com|ifeng\.com|msn\.com|livedoor\.com|t-online\.de|live\.com|go\.com|eastmoney\.com|toutiao\.com|ettoday\.net|seznam\.cz|now\.com|nate\.com)$/
    const wide = sites.filter(
      ({ host, match }) => portals.test(host) && match === 'domain' && host !== 'abcnews.go.com',
    )
    expect(wide.map(({ host }) => host)).toEqual([])
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
