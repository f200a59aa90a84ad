// tally.cc - see tally.h.
#include "insights/tally.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "base/dates.h"
#include "index/analyzer.h"
#include "insights/query_text.h"
#include "store/event_counts.h"

namespace signpost {
namespace {

constexpr int64_t kSecondsOfHour = 3600;
constexpr size_t kMostKnown = 20'000;      // of each kind, some megabytes
constexpr size_t kMostKnownBytes = 1'000;  // a longer text is looked at anew
constexpr size_t kMostShown = 20;
constexpr int64_t kUnknownPosition = -1;

uint32_t day_at(int64_t seconds) { return static_cast<uint32_t>(seconds / kSecondsOfDay); }

uint64_t text_sum(std::string_view text) { return std::hash<std::string_view>()(text); }

uint32_t article_sum(std::string_view id) { return std::max(term_hash(id), uint32_t{1}); }

int64_t has(const OpenSearch& search, uint32_t flags) { return (search.row.flags & flags) != 0 ? 1 : 0; }

QuerySums sums_of(const OpenSearch& search) {
  return {.searches = 1,
          .visits = search.is_first ? 1 : 0,
          .without_result = search.row.hits == 0 ? 1 : 0,
          .clicked = has(search, kSearchClicked),
          .corrected = has(search, kSearchCorrected),
          .answered = has(search, kSearchAnswered),
          .refused = has(search, kSearchRefused),
          .solved = has(search, kSearchSolved),
          .unhelpful = has(search, kSearchUnhelpful),
          .contact = has(search, kSearchContactBegun | kSearchContactSent)};
}

QuerySums times(QuerySums sums, int64_t sign) {
  for (int64_t* figure : {&sums.searches, &sums.visits, &sums.without_result, &sums.clicked, &sums.corrected,
                          &sums.answered, &sums.refused, &sums.solved, &sums.unhelpful, &sums.contact})
    *figure *= sign;
  return sums;
}

// What an answer adds to a search that was asked before, or is asked now.
void take_answer(const Noticed& noticed, OpenSearch& search) {
  if (noticed.corrected) search.row.flags |= kSearchCorrected;
  if (noticed.rejects) search.row.flags |= kSearchUnhelpful;
  if (noticed.answer == Noticed::AnswerState::quoted) {
    search.row.flags |= kSearchAnswered;
    search.quoted = article_sum(noticed.article);
  } else if (noticed.answer == Noticed::AnswerState::refused && !noticed.rejects &&
             has(search, kSearchRefused) == 0) {
    search.row.flags |= kSearchRefused;
    search.refusal = noticed.refusal;
  }
  search.shown.reserve(std::min(kMostShown, search.shown.size() + noticed.shown.size()));
  for (size_t i = 0; i < noticed.shown.size() && search.shown.size() < kMostShown; ++i) {
    const uint32_t sum = article_sum(noticed.shown[i]);
    const bool is_known = std::any_of(search.shown.begin(), search.shown.end(),
                                      [sum](const auto& shown) { return shown.first == sum; });
    if (!is_known) search.shown.emplace_back(sum, noticed.first_position + i);
  }
}

// Where the article stood: as its results and answer tell. Only which of two links led to it a page knows
// better; a place that somebody sends is not believed, since places weigh in the ranking.
int64_t position_of(const OpenSearch& search, const Noticed& noticed) {
  if (noticed.position == 0) return 0;
  const uint32_t sum = article_sum(noticed.article);
  for (const auto& [shown, position] : search.shown) {
    if (shown == sum) return position;
  }
  return search.quoted == sum ? 0 : kUnknownPosition;
}

// The newest, if something may still follow from it.
OpenSearch* last_search(Visit& visit, int64_t at) {
  if (visit.searches.empty() || at - visit.searches.back().at > Tally::kSameSearch) return nullptr;
  return &visit.searches.back();
}

// True the first time that the visit does this with the document, as far as it counts.
bool is_first_time(Visit& visit, int64_t document, VisitDid did) {
  const auto found = std::find_if(visit.did.begin(), visit.did.end(),
                                  [document](const auto& one) { return one.first == document; });
  if (found == visit.did.end()) {
    if (visit.did.size() >= VisitTable::kMostDocuments) return false;
    visit.did.emplace_back(document, did);
    return true;
  }
  if ((found->second & did) != 0) return false;
  found->second |= did;
  return true;
}

int64_t& figure_of(ArticleSums& sums, VisitDid did) {
  switch (did) {
    case kDidRead:
      return sums.read;
    case kDidBegin:
      return sums.contact_begun;
    case kDidSend:
      return sums.contact_sent;
    case kDidHelpful:
      return sums.helpful;
    case kDidUnhelpful:
      return sums.unhelpful;
    case kDidVisit:
      break;
  }
  return sums.visits;
}

// The value of a key, by now at least.
template <typename Value, typename Make>
const Value& known_value(std::unordered_map<std::string, Value>& known, const std::string& key,
                         const Make& make) {
  if (known.size() >= kMostKnown) known.clear();
  const auto found = known.find(key);
  return found != known.end() ? found->second : known.emplace(key, make()).first->second;
}

}  // namespace

Tally::Tally(EventTables& tables)
    : tables_(tables), visits_(tables.newest_visit() + 1), next_search_(tables.newest_search() + 1) {}

const std::string& Tally::normalised(const std::string& typed) {
  const auto found = normalised_.find(typed);
  if (found != normalised_.end()) return found->second;
  if (normalised_.size() >= kMostKnown || typed.size() > kMostKnownBytes) normalised_.clear();
  return normalised_.emplace(typed, normalised_query(typed)).first->second;
}

int64_t Tally::query_number(const std::string& lang, const std::string& text) {
  return known_value(queries_known_, lang + "\n" + text, [&] { return tables_.query(lang, text); });
}

int64_t Tally::name_number(const std::string& name) {
  return known_value(names_known_, name, [&] { return tables_.name(name); });
}

int64_t Tally::document_number(const Noticed& noticed) {
  return known_value(documents_known_, noticed.article_lang + "\n" + noticed.article,
                     [&] { return tables_.document(noticed.article, noticed.article_lang); });
}

void Tally::forget_numbers() {
  queries_known_.clear();
  documents_known_.clear();
  names_known_.clear();
}

void Tally::forget_searches() {
  forget_numbers();
  visits_.forget_searches();
}

void Tally::forget_old_visits(int64_t now) { visits_.forget(now); }

void Tally::count(uint32_t day, const std::string& lang, std::string_view what, int64_t number) {
  if (number != 0) counts_[{day, lang, std::string(what)}] += number;
}

void Tally::add(int64_t at, const std::string& lang, std::string_view what, int64_t number) {
  count(day_at(at), lang, what, number);
}

void Tally::count_search(const OpenSearch& search, int64_t sign) {
  const QuerySums sums = times(sums_of(search), sign);
  add_sums(queries_[{search.row.query, search.day}], sums);
  const std::pair<std::string_view, int64_t> figures[] = {
      {day_count::kSearches, sums.searches}, {day_count::kWithoutResult, sums.without_result},
      {day_count::kClicked, sums.clicked},   {day_count::kCorrected, sums.corrected},
      {day_count::kAnswered, sums.answered}, {day_count::kRefused, sums.refused},
      {day_count::kSolved, sums.solved},     {day_count::kUnhelpful, sums.unhelpful}};
  for (const auto& [what, number] : figures) count(search.day, search.lang, what, number);
  if (sums.refused != 0 && !search.refusal.empty())
    count(search.day, search.lang, std::string(day_count::kRefused) + ":" + search.refusal, sums.refused);
}

template <typename Change>
void Tally::change(OpenSearch& search, const Change& change) {
  count_search(search, -1);
  change(search);
  count_search(search, 1);
  tables_.change_search(search.row);
}

void Tally::add(const Event& event) {
  // The page that it leads to is what a visit is counted by.
  if (event.noticed->kind == Noticed::Kind::short_address) {
    ++articles_[{document_number(*event.noticed), day_at(event.at)}].short_address;
    return;
  }
  Visit& visit = visits_.at(event.visit, event.at);
  const Noticed& noticed = *event.noticed;
  if (visit.counted_day != day_at(event.at)) {
    visit.counted_day = day_at(event.at);
    count(visit.counted_day, noticed.lang, day_count::kVisits, 1);
  }
  switch (noticed.kind) {
    case Noticed::Kind::search:
      return add_search(visit, event);
    case Noticed::Kind::click:
      return add_click(visit, event, noticed.text);
    case Noticed::Kind::article: {
      if (!event.opened_from.empty()) add_click(visit, event, event.opened_from);
      const int64_t document = document_number(noticed);
      if (add_article(visit, event, document, kDidVisit))
        count(day_at(event.at), noticed.lang, day_count::kArticleVisits, 1);
      visit.last_document = document;
      visit.last_document_at = event.at;
      return;
    }
    case Noticed::Kind::read:
      if (add_article(visit, event, document_number(noticed), kDidRead))
        count(day_at(event.at), noticed.lang, day_count::kRead, 1);
      return;
    case Noticed::Kind::contact_begun:
    case Noticed::Kind::contact_sent:
      return add_contact(visit, event);
    case Noticed::Kind::short_address:
      return;
    case Noticed::Kind::solved:
    case Noticed::Kind::helpful:
    case Noticed::Kind::unhelpful:
      return add_verdict(visit, event);
  }
}

void Tally::add_search(Visit& visit, const Event& event) {
  const Noticed& noticed = *event.noticed;
  const std::string text = normalised(noticed.text);  // a copy: what is known may be cleared below
  if (text.empty()) return;
  const int64_t query = query_number(noticed.lang, text);
  drop_typed_on(visit, noticed.lang, text, event.at);
  auto& searches = visit.searches;
  const auto same = std::find_if(searches.begin(), searches.end(), [&](const OpenSearch& search) {
    return search.row.query == query && event.at - search.at <= kSameSearch;
  });
  if (same == searches.end()) {
    put_search(visit, event, text, query);
  } else {
    // A space behind a word is typed on, too.
    const bool is_typed_on =
        same + 1 == searches.end() && event.at - same->at <= kTypedOn && noticed.first_position <= 1;
    change(*same, [&](OpenSearch& search) {
      search.at = event.at;
      search.asked_once = search.asked_once && is_typed_on;
      if (!noticed.filters.empty()) search.row.filters = name_number(noticed.filters);
      take_answer(noticed, search);
    });
    std::rotate(same, same + 1, searches.end());
  }
  visit.last_text = text;
}

void Tally::put_search(Visit& visit, const Event& event, const std::string& text, int64_t query) {
  const Noticed& noticed = *event.noticed;
  const auto& searches = visit.searches;
  OpenSearch search;
  search.row = {.id = next_search_++,
                .hour = event.at / kSecondsOfHour,
                .visit = visit.number,
                .query = query,
                .filters = name_number(noticed.filters),
                .generation = name_number(noticed.generation),
                .hits = noticed.hits};
  search.day = day_at(event.at);
  search.lang = noticed.lang;
  search.text_sum = text_sum(text);
  search.at = event.at;
  search.is_first = std::none_of(searches.begin(), searches.end(),
                                 [query](const OpenSearch& other) { return other.row.query == query; });
  take_answer(noticed, search);
  tables_.put_search(search.row);
  count_search(search, 1);
  visits_.add(visit, std::move(search));
}

// What was typed a moment ago and is typed on, or back, was none of its own.
void Tally::drop_typed_on(Visit& visit, const std::string& lang, const std::string& text, int64_t at) {
  if (visit.searches.empty() || visit.last_text == text) return;
  const OpenSearch& last = visit.searches.back();
  const bool is_typed_on = text.starts_with(visit.last_text) || visit.last_text.starts_with(text);
  if (!is_typed_on || at - last.at > kTypedOn || last.lang != lang || !last.asked_once ||
      has(last, kSearchClicked) != 0)
    return;
  count_search(last, -1);
  tables_.drop_search(last.row.id);
  visits_.drop_newest(visit);
}

void Tally::add_click(Visit& visit, const Event& event, const std::string& typed) {
  const uint64_t sum = text_sum(normalised(typed));
  const auto found = std::find_if(visit.searches.rbegin(), visit.searches.rend(),
                                  [sum](const OpenSearch& search) { return search.text_sum == sum; });
  if (found == visit.searches.rend()) return;
  const int64_t document = document_number(*event.noticed);
  const int64_t position = position_of(*found, *event.noticed);
  if (!tables_.put_click(found->row.id, document, position)) {
    // What the page tells of the answer may come after the article that was opened from it.
    if (position == 0) tables_.move_click(found->row.id, document, position);
    return;
  }
  ++articles_[{document, found->day}].clicks;
  if (has(*found, kSearchClicked) == 0)
    change(*found, [](OpenSearch& search) { search.row.flags |= kSearchClicked; });
}

bool Tally::add_article(Visit& visit, const Event& event, int64_t document, VisitDid did) {
  if (!is_first_time(visit, document, did)) return false;
  ++figure_of(articles_[{document, day_at(event.at)}], did);
  return true;
}

void Tally::add_contact(Visit& visit, const Event& event) {
  const bool is_begun = event.noticed->kind == Noticed::Kind::contact_begun;
  const VisitDid did = is_begun ? kDidBegin : kDidSend;
  constexpr int64_t kNoDocument = 0;
  if (is_first_time(visit, kNoDocument, did)) {
    count(day_at(event.at), event.noticed->lang,
          is_begun ? day_count::kContactBegun : day_count::kContactSent, 1);
  }
  const bool has_document = visit.last_document != 0 && event.at - visit.last_document_at <= kSameSearch;
  if (has_document) add_article(visit, event, visit.last_document, did);
  OpenSearch* const search = last_search(visit, event.at);
  const uint32_t flag = is_begun ? kSearchContactBegun : kSearchContactSent;
  if (search == nullptr || has(*search, flag) != 0) return;
  change(*search, [flag](OpenSearch& one) { one.row.flags |= flag; });
}

void Tally::add_verdict(Visit& visit, const Event& event) {
  const bool is_unhelpful = event.noticed->kind == Noticed::Kind::unhelpful;
  const bool is_of_article = !event.noticed->article.empty();
  if (is_of_article) {
    add_article(visit, event, document_number(*event.noticed), is_unhelpful ? kDidUnhelpful : kDidHelpful);
  }
  OpenSearch* const search = last_search(visit, event.at);
  const uint32_t flag = is_unhelpful ? kSearchUnhelpful : kSearchSolved;
  // Of an article it says something of the search that led to it.
  if (search == nullptr || has(*search, flag) != 0 || (is_of_article && has(*search, kSearchClicked) == 0))
    return;
  change(*search, [flag](OpenSearch& one) { one.row.flags |= flag; });
}

void Tally::write() {
  for (const auto& [at, sums] : queries_) {
    tables_.add(at.first, at.second, sums);  // zeros too: by its days a text is found that has to go
  }
  for (const auto& [at, sums] : articles_) tables_.add(at.first, at.second, sums);
  for (const auto& [at, number] : counts_) {
    if (number != 0) tables_.add(std::get<0>(at), std::get<1>(at), std::get<2>(at), number);
  }
  queries_.clear();
  articles_.clear();
  counts_.clear();
}

}  // namespace signpost
