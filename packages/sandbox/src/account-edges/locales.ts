/** Languages that ads can be targeted by; keys are numbers, as Graph has them. */
export const adLocales: readonly { key: number; name: string }[] = (
  '1001 English (All)|6 English (US)|24 English (UK)|5 German|9 French (France)|44 French (Canada)|1003 French (All)|' +
  '23 Spanish|7 Spanish (Spain)|1002 Spanish (All)|10 Italian|11 Japanese|12 Korean|14 Dutch|15 Polish|' +
  '16 Portuguese (Brazil)|31 Portuguese (Portugal)|1005 Portuguese (All)|17 Russian|18 Swedish|19 Turkish|51 Danish|' +
  '13 Norwegian (bokmal)|4 Finnish|2 Czech|30 Hungarian|32 Romanian|39 Greek|28 Arabic|29 Hebrew|46 Hindi|45 Bengali|' +
  '35 Thai|27 Vietnamese|25 Indonesian|41 Malay|26 Filipino|52 Ukrainian|20 Simplified Chinese (China)|' +
  '22 Traditional Chinese (Taiwan)|21 Traditional Chinese (Hong Kong)|1004 Chinese (All)'
)
  .split('|')
  .map((entry) => {
    const [key = '', ...words] = entry.split(' ')
    return { key: Number(key), name: words.join(' ') }
  })
