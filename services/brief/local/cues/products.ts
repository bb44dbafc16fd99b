const KIND: Readonly<Record<string, string>> = {
  de: '[Aa]pp|[Ss]oftware|[Pp]lattform|[Tt]ool|[Dd]ienst|\\p{L}*dienst|[Ss]ystem|\\p{L}*system|[Ll]ösung|[Mm]odul|[Pp]rodukt|[Gg]erät|[Bb]aureihe|[Pp]rogramm',
  fr: 'application|logiciel|plate-?forme|outil|gamme|solution|module|service|modèle|système|configurateur(?: en ligne)?|produit',
  es: 'aplicación|software|plataforma|herramienta|gama|solución|módulo|servicio|sistema',
  it: 'applicazione|software|piattaforma|strumento|gamma|soluzione|modulo|servizio|sistema',
  pt: 'aplicativo|software|plataforma|ferramenta|linha|solução|módulo|serviço|sistema',
};

/** That a sentence names a product: the kind of thing with its name in capitals ("unsere App Haltepunkt", "la gamme Sylve"), "With" and the name, or a name in quotation marks. */
export const PRODUCT_NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${Object.values(KIND).join('|')}) \\p{Lu}|(?:Mit|Avec|Con|Com|Met) \\p{Lu}[\\p{L}\\p{N}]+|[Uu]nser(?:e[mnrs]?)? \\p{Lu}\\p{L}+ \\p{Lu}[\\p{L}\\p{N}]+|(?:[Nn]otre|[Nn]uestr[oa]|[Ll]a nostra|[Ii]l nostro|[Nn]oss[oa]|[Oo]nze?) \\p{Ll}+ \\p{Lu}[\\p{L}\\p{N}]+)|[「『„«“][^」』“»”]{2,30}[」』“»”]`,
  'u',
);
