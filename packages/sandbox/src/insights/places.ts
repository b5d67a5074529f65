/** Regions as insights names them, most people first; a selection for the countries the sandbox sells in. */
export const regions: Readonly<Record<string, readonly string[]>> = {
  US: list(
    'California,Texas,Florida,New York,Pennsylvania,Illinois,Ohio,Georgia,North Carolina,Michigan,New Jersey,Virginia,Washington,Arizona,Massachusetts,Tennessee,Indiana,Colorado,Minnesota,Oregon',
  ),
  DE: list('Nordrhein-Westfalen,Bayern,Baden-Württemberg,Niedersachsen,Hessen,Berlin,Sachsen,Rheinland-Pfalz,Hamburg'),
  JP: list('Tokyo,Osaka Prefecture,Kanagawa Prefecture,Aichi Prefecture,Saitama Prefecture,Chiba Prefecture,Hokkaido'),
  AU: list('New South Wales,Victoria,Queensland,Western Australia,South Australia,Tasmania'),
  GB: list('England,Scotland,Wales,Northern Ireland'),
  BR: list('São Paulo (state),Minas Gerais,Rio de Janeiro (state),Bahia,Paraná,Rio Grande do Sul,Pernambuco,Ceará'),
  IN: list('Maharashtra,Delhi,Karnataka,Tamil Nadu,Uttar Pradesh,Gujarat,West Bengal,Telangana,Kerala'),
  CA: list('Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia'),
  FR: list('Ile-de-France,Auvergne-Rhône-Alpes,Nouvelle-Aquitaine,Occitanie,Hauts-de-France'),
}

/** The largest of some 210 markets. */
export const markets: readonly string[] = list(
  'New York,Los Angeles,Chicago,Philadelphia,Dallas-Ft. Worth,Atlanta,Houston,Washington DC (Hagrstwn),Boston (Manchester),San Francisco-Oak-San Jose,Phoenix (Prescott),Seattle-Tacoma,Tampa-St. Pete (Sarasota),Minneapolis-St. Paul,Detroit,Denver,Orlando-Daytona Bch-Melbrn,Miami-Ft. Lauderdale,Cleveland-Akron (Canton),Sacramnto-Stkton-Modesto,Unknown',
)

/** The market in which most people of a region live. */
export const mainMarkets: Readonly<Record<string, string>> = {
  California: 'Los Angeles',
  Texas: 'Dallas-Ft. Worth',
  Florida: 'Tampa-St. Pete (Sarasota)',
  'New York': 'New York',
  Pennsylvania: 'Philadelphia',
}

function list(names: string): string[] {
  return names.split(',')
}
