// site.h - the settings of one help centre, read from site.yaml.
// Tested by tests/unit/content/site_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/answer_settings.h"
#include "content/contact_settings.h"
#include "content/diagnostic.h"
#include "content/dialects/dialect.h"
#include "content/feedback_settings.h"
#include "content/insight_settings.h"
#include "content/meaning_settings.h"
#include "content/ranking_settings.h"
#include "content/redirects.h"
#include "content/request_settings.h"
#include "content/rules.h"
#include "content/search_rules.h"
#include "content/translations.h"

namespace signpost {

struct Language {
  std::string code;  // as canonical_language() writes it: "ko", "pt-BR"
  std::string name;  // in the language itself: "한국어"
};

struct Category {
  std::string id;
  Translations names;
  Translations descriptions;
  std::string icon;    // name of one of web/'s icons; "" for none
  bool found = false;  // articles lie in it, but site.yaml doesn't list it
};

// Every field has a default, so that a folder of Markdown without a site.yaml works too.
struct Site {
  Translations title = {{"en", "Help Centre"}};
  Translations description;  // one sentence under the search box, for <meta> too
  std::string base_url;      // "https://help.example.com", without a trailing '/'; "" when unknown
  std::vector<Language> languages = {{"en", "English"}};
  std::string default_language = "en";
  std::vector<Category> categories;  // in the order shown; categories found in articles but not here follow
  std::string brand_color = "#2457d6";
  std::string logo;                    // path of an image relative to site.yaml; "" for none
  std::vector<std::string> popular;    // ids for the home page, in order
  bool strip_template_tags = false;    // drop {{...}} and {%...%} of foreign generators outside code
  std::optional<DialectSet> dialects;  // that articles are written in; nullopt: those that the source shows
  MeaningSettings meaning;
  AnswerSettings answers;
  RankingSettings ranking;
  RequestSettings requests;
  FeedbackSettings feedback;
  InsightSettings insights;
  ContactSettings contact;
  std::string edit_url;  // where an article is edited, with "{path}" and perhaps "{message}"; "" for nowhere
  bool edit_link = false;            // articles lead everybody there
  bool cards = true;                 // articles have pictures for links to them (indexer/card_image.h)
  std::string time_zone = "UTC";     // of times that say none: see time_zone.h
  std::vector<std::string> exclude;  // glob patterns of source paths to leave out
  // Of those that articles lie in and `categories` has not, in the order of the articles, with names. They
  // follow the others in site.json.
  std::vector<Category> found_categories;
  // For the indexer only, not part of the generation:
  CheckSettings checks;
  bool languages_given = false;  // by `languages` or `default_language`; otherwise articles show them
  std::string path;              // of site.yaml, for messages
  int logo_line = 0;             // of site.yaml
  int popular_line = 0;          // likewise
  // From synonyms/<lang>.txt, queries.yaml and answers.yaml beside site.yaml.
  std::vector<SynonymRule> synonyms;
  std::vector<BestBet> best_bets;
  std::vector<PinnedAnswer> pinned_answers;
  std::vector<Redirect> redirects;  // from the file `redirects`, sorted by `from`
};

// Both kinds, in the order shown.
std::vector<Category> all_categories(const Site& site);

// The text in `lang`, else in the nearest variant of it, else in the site's default language, else in any,
// else "".
const std::string& pick(const Translations& texts, std::string_view lang, const Site& site);

// Parses the text of a site.yaml; `path` is for messages. A wrong key or value adds an error with its line
// and keeps that field's default.
Site parse_site(std::string_view yaml, const std::string& path, std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
