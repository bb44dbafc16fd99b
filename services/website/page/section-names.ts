/** Headings of sections that lead a reader elsewhere: related products, reviews, newsletters, shares. */
export const RELATED_HEADING = new RegExp(
  `^(?:${[
    "(?:you(?:'|’)?(?: may| might|ll|’ll)?|customers?|others?|people|shoppers|members)(?: who (?:viewed|bought)[^.]*| \\S+ you)? also\\b",
    'this is what customers',
    '(?:customers|people) (?:frequently|recently) (?:viewed|bought)',
    '(?:related|similar|recommended|suggested|sponsored|alternative) (?!to\\b)',
    'related$',
    'recommended$|recommendations',
    'recently viewed|recently added',
    'frequently bought',
    'customers who (?:viewed|bought)',
    '(?:more|other|explore (?:more|other|related)|discover more|browse) (?:from|like|by|items|products|to (?:consider|explore|love|discover)|related|articles|posts|stories)',
    'consider (?:these|this|a similar)',
    'compare (?:with )?similar',
    'best sellers$|top sellers$|top picks|trending (?:now|products)',
    'shop (?:the look|by|more|all)',
    'complete (?:the look|your (?:look|set))',
    '(?:goes|pairs) (?:well|great|perfectly)',
    'bundles? (?:&|and) offers',
    '[\\d,.]*\\s*(?:customer |user |product |top |recent |most |verified )*(?:reviews?|ratings)(?: ?(?:&|and) ?(?:reviews|ratings))?(?: \\([\\d,.]+\\))?$',
    'questions (?:&|and) answers$|customer questions',
    '(?:customer|user|product) reviews (?:of|for|on|from)\\b',
    'write a review|leave a (?:review|reply|comment)',
    'follow us|share this|share on|stay (?:in touch|connected|up to date|in the know|informed)|sign up for|subscribe|newsletter|join our (?:newsletter|mailing)',
    'comments?(?: \\(\\d+\\))?$|post a comment',
    'popular (?:searches|products|categories)|related searches|quick links|site ?map',
    'you may (?:be interested|like)',
    '(?:more|other) (?:sellers?|seller options|offers)\\b|explore other\\b',
    'products related|items you|inspired by your|keep shopping|continue shopping|your browsing',
    'das könnte|ähnliche|kunden (?:kauften|auch)|vous aimerez|produits (?:similaires|associés)|también te|productos relacionados',
  ].join('|')})`,
  'i',
);

/** Headings of what a shop says below every article: payment, delivery, returns. */
export const SHOP_TERMS_HEADING =
  /^(?:payment (?:&|and) security|payment (?:methods|options)|\d+[- ]days? returns?(?: polic(?:y|ies)|$)|(?:free )?(?:shipping|delivery) (?:&|and) (?:returns|delivery|handling)|returns (?:&|and) (?:refunds|exchanges)|versand (?:&|und) (?:rückgabe|lieferung)|zahlungs(?:arten|methoden))/i;

/** Headings of sections that tease articles which stand on pages of their own: on a page about something else they say what is new, not what the page is about. */
export const TEASER_HEADING = new RegExp(
  `^(?:${[
    '(?:featured|latest|recent|trending|popular|upcoming|the latest)(?: \\S+){0,2} (?:insights?|news|articles?|blogs?|posts?|stories|resources|publications|updates|announcements|events?|webinars?|videos?|podcasts?|press releases)',
    '(?:our )?(?:insights|news|blog|articles|events|webinars)(?: ?(?:&|and) ?(?:insights|news|events|updates|articles|resources|announcements))?$',
    '(?:news|stories|insights|articles) from\\b|from (?:the|our) (?:blog|newsroom|experts)',
    "(?:in the news|what(?:'|’)s new)$",
    'keep (?:exploring|reading)|(?:explore|read|discover|learn) more (?:about|from|on)|more (?:on|about) this|dig deeper',
    'aktuelle (?:beiträge|artikel|neuigkeiten|meldungen)|neueste (?:beiträge|artikel)|weitere (?:beiträge|artikel|themen)|articles récents|dernières (?:actualités|nouvelles)|últimas (?:noticias|entradas)|最新(?:記事|ニュース)|関連(?:記事|ページ)',
  ].join('|')})`,
  'i',
);
