/** ISO 3166-1 alpha-2, all of it: lorries from anywhere may cross. */
const alpha2 = new Set((
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT ' +
  'JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ ' +
  'OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW').split(' '))

/** Alpha-3 codes and the signs vehicles wear (Vienna Convention 1968, annex 3) where those differ from alpha-2. */
const otherCodes: Readonly<Record<string, string>> = {
  ALB: 'AL', AND: 'AD', ARM: 'AM', AUT: 'AT', AZE: 'AZ', BEL: 'BE', BGR: 'BG', BIH: 'BA', BLR: 'BY', CHE: 'CH', CYP: 'CY', CZE: 'CZ', DEU: 'DE', DNK: 'DK', DZA: 'DZ', ESP: 'ES', EST: 'EE',
  FIN: 'FI', FRA: 'FR', FRO: 'FO', GBR: 'GB', GEO: 'GE', GGY: 'GG', GIB: 'GI', GRC: 'GR', HRV: 'HR', HUN: 'HU', IMN: 'IM', IRL: 'IE', IRN: 'IR', ISL: 'IS', ITA: 'IT', JEY: 'JE', KAZ: 'KZ', KGZ: 'KG', LIE: 'LI',
  LTU: 'LT', LUX: 'LU', LVA: 'LV', MAR: 'MA', MCO: 'MC', MDA: 'MD', MKD: 'MK', MLT: 'MT', MNE: 'ME', NLD: 'NL', NOR: 'NO', POL: 'PL', PRT: 'PT', ROU: 'RO', ROM: 'RO', RUS: 'RU', SMR: 'SM', SRB: 'RS', SVK: 'SK',
  SVN: 'SI', SWE: 'SE', TUN: 'TN', TUR: 'TR', TJK: 'TJ', TKM: 'TM', UKR: 'UA', UZB: 'UZ', USA: 'US', XKX: 'XK', RKS: 'XK',
  A: 'AT', B: 'BE', D: 'DE', E: 'ES', F: 'FR', FL: 'LI', GBZ: 'GI', H: 'HU', I: 'IT', L: 'LU', M: 'MT', N: 'NO', NMK: 'MK', P: 'PT', RSM: 'SM', S: 'SE', SLO: 'SI', UK: 'GB', V: 'VA',
}

const names = new Intl.DisplayNames('en', { type: 'region' })
const byName = new Map([...alpha2].map((code) => [(names.of(code) ?? code).toUpperCase(), code]))

/**
 * ISO alpha-2 from whatever a camera calls a country: alpha-2, alpha-3, the sign on the vehicle, an English name, or a region such as
 * `us-ca` or `eu-fr`. Null for vendors' numbers: the same number stands for different countries in different firmware.
 */
export function country(...hints: readonly (string | null)[]): string | null {
  for (const hint of hints) {
    const found = hint === null ? undefined : countryCalled(hint.trim().toUpperCase())
    if (found !== undefined) return found
  }
  return null
}

function countryCalled(hint: string): string | undefined {
  if (hint.startsWith('EU-')) return countryCalled(hint.slice(3))
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(hint)) return countryCalled(hint.slice(0, 2))
  if (alpha2.has(hint)) return hint
  return Object.hasOwn(otherCodes, hint) ? otherCodes[hint] : byName.get(hint)
}
