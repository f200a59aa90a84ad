// tally.h - puts together what one visit does (a query that is typed on, a search and what is opened from it,
// an article and the form to people behind it) and makes sums of it. Tested by
// tests/unit/insights/tally_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "insights/noticed.h"
#include "insights/visit_keys.h"
#include "insights/visit_table.h"
#include "store/event_tables.h"

namespace signpost {

struct Event {
  NoticedPointer noticed;
  VisitSums visit;
  int64_t at = 0;                // seconds since 1970
  std::string opened_from = {};  // of an article: the query of the results that led to it, "" for none
};

// Not safe from several threads. What it writes belongs into a transaction; where that fails, a new one has
// to begin, as this one believes what it wrote. All throw Error.
class Tally {
 public:
  // In seconds: that a query may be typed on; that the same query is the same search, and that something may
  // follow from a search or an article.
  static constexpr int64_t kTypedOn = 5;
  static constexpr int64_t kSameSearch = 1800;

  // `tables` outlives it.
  explicit Tally(EventTables& tables);

  void add(const Event& event);
  void add(int64_t at, const std::string& lang, std::string_view what, int64_t number);
  // Adds the sums of all since the last time to those of the file.
  void write();
  // Queries and names may have been taken out of the file meanwhile,
  void forget_numbers();
  // or anything at all: nothing more becomes of searches that came before.
  void forget_searches();
  // Who was not seen for as long as a visit lasts, also where nobody comes.
  void forget_old_visits(int64_t now);

 private:
  const std::string& normalised(const std::string& typed);
  int64_t query_number(const std::string& lang, const std::string& text);
  int64_t name_number(const std::string& name);
  int64_t document_number(const Noticed& noticed);
  void count(uint32_t day, const std::string& lang, std::string_view what, int64_t number);
  void count_search(const OpenSearch& search, int64_t sign);
  template <typename Change>
  void change(OpenSearch& search, const Change& change);

  void add_search(Visit& visit, const Event& event);
  void put_search(Visit& visit, const Event& event, const std::string& text, int64_t query);
  void drop_typed_on(Visit& visit, const std::string& lang, const std::string& text, int64_t at);
  void add_click(Visit& visit, const Event& event, const std::string& typed);
  bool add_article(Visit& visit, const Event& event, int64_t document, VisitDid did);
  void add_contact(Visit& visit, const Event& event);
  void add_verdict(Visit& visit, const Event& event);

  EventTables& tables_;
  VisitTable visits_;
  int64_t next_search_;
  std::map<std::pair<int64_t, uint32_t>, QuerySums> queries_;
  std::map<std::pair<int64_t, uint32_t>, ArticleSums> articles_;
  std::map<std::tuple<uint32_t, std::string, std::string>, int64_t> counts_;
  // Of those that came lately.
  std::unordered_map<std::string, std::string> normalised_;
  std::unordered_map<std::string, int64_t> queries_known_;
  std::unordered_map<std::string, int64_t> documents_known_;
  std::unordered_map<std::string, int64_t> names_known_;
};

}  // namespace signpost
