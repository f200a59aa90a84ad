// gap_update.cc - see gap_update.h.
//
// A query belongs to the gap that it came to first. One that fails and belongs to none comes to the first gap
// whose main query asks the same (query_sense.h), else to the first of the other queries that does; what
// loses enough visits together is a new gap. Everything goes by the number of visits lost, and then by the
// query's key, so that the same counts make the same gaps.
//
// An open gap is answered when a search finds something else for the queries of half of its lost visits, of
// the kAskedAgain with most of them; it is closed when since then enough visits came and half of their
// searches were opened or called solved; it is open again when it finds what it found before, or when more
// than half of enough visits are lost again. One that comes among these queries only after its gap was opened
// again is held against what it found when it joined; where that calls the gap answered, visits say
// otherwise.
#include "demand/gap_update.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>

#include "base/dates.h"
#include "demand/asked_query.h"
#include "demand/query_sense.h"
#include "store/gap_table.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr size_t kNearest = 5;
constexpr size_t kGapsOfWrite = 20;  // so that no visitor's request waits for all of them

// What visits say since a generation was first served.
struct Verdict {
  int64_t visits = 0;
  int64_t lost = 0;
  int64_t searches = 0;
  int64_t helped = 0;  // searches that were opened, or called solved

  bool fails(int64_t least) const { return visits >= least && 2 * lost > visits; }
  bool proves(int64_t least) const { return visits >= least && 2 * helped >= searches; }
};

// Those that are searched for again.
std::span<GapQuery> asked_again(Gap& gap) {
  return std::span(gap.queries).first(std::min(gap.queries.size(), kAskedAgain));
}
std::span<const GapQuery> asked_again(const Gap& gap) {
  return std::span(gap.queries).first(std::min(gap.queries.size(), kAskedAgain));
}

bool loses_more(const AskedQuery& a, const AskedQuery& b) {
  const int64_t lost_a = lost_visits(a.line.sums);
  const int64_t lost_b = lost_visits(b.line.sums);
  return lost_a != lost_b ? lost_a > lost_b : a.key < b.key;
}

class GapKeeper {
 public:
  // `gaps` outlive it.
  GapKeeper(const std::vector<Gap>& gaps, SqliteDatabase& events, const Searcher& searcher,
            const GapUpdate& update)
      : before_(gaps), gaps_(gaps), events_(events), searcher_(searcher), update_(update) {}

  std::vector<Gap> run(GapsChanged& changed);

 private:
  void read_queries();
  void read_query(const QueryLine& line);
  bool is_ending() const { return update_.ending != nullptr && update_.ending->load(); }
  const FoundNow& found(const AskedQuery& query);
  const FoundNow& found(const GapQuery& query) { return found(in_gaps_.at(query.key)); }
  const QuerySense& sense(const AskedQuery& query);
  const AskedQuery* main_query(const Gap& gap) const;
  GapFinding before_opening(const AskedQuery& query);
  void add_query(Gap& gap, const AskedQuery& query);
  void join_failed();
  void sum_up(Gap& gap) const;
  void drop_surplus();
  void note_nearest(Gap& gap);
  bool is_answered(const Gap& gap);
  Verdict verdict_since(const Gap& gap, const std::string& generation) const;
  bool is_known_to_fail(const Gap& gap) const;
  std::optional<std::pair<std::string, std::string>> most_chosen(const Gap& gap);
  void change(Gap& gap, GapState state);
  void open_again(Gap& gap);
  void close(Gap& gap);
  void judge(Gap& gap, GapsChanged& changed);

  const std::vector<Gap>& before_;
  std::vector<Gap> gaps_;
  SqliteDatabase& events_;
  const Searcher& searcher_;
  const GapUpdate& update_;
  std::unordered_map<int64_t, AskedQuery> in_gaps_;  // by key
  std::vector<AskedQuery> failed_;                   // in no gap, the most visits lost first
  std::unordered_map<int64_t, FoundNow> found_;      // by key
  std::unordered_map<int64_t, QuerySense> senses_;   // by key, of queries that fail and of main ones
};

void GapKeeper::read_query(const QueryLine& line) {
  const int64_t key = query_key(line.lang, line.text);
  if (const auto known = in_gaps_.find(key); known != in_gaps_.end()) {
    known->second = {key, line};
  } else if (fails(line.sums)) {
    failed_.push_back({key, line});
    if (failed_.size() == 2 * kMostFailedQueries) {  // however many fail, no more are held
      std::nth_element(failed_.begin(), failed_.begin() + kMostFailedQueries, failed_.end(), loses_more);
      failed_.resize(kMostFailedQueries);
    }
  }
}

void GapKeeper::read_queries() {
  for (const Gap& gap : gaps_) {
    for (const GapQuery& query : gap.queries) in_gaps_[query.key].key = query.key;
  }
  const auto today = static_cast<uint32_t>(update_.now / kSecondsOfDay);
  each_query(events_, today - std::min(today, kGapDays - 1), today,
             [this](const QueryLine& line) { read_query(line); });
  std::sort(failed_.begin(), failed_.end(), loses_more);
  failed_.resize(std::min(failed_.size(), kMostFailedQueries));
}

const FoundNow& GapKeeper::found(const AskedQuery& query) {
  const auto known = found_.find(query.key);
  if (known != found_.end()) return known->second;
  return found_.emplace(query.key, find_now(searcher_, query)).first->second;
}

const QuerySense& GapKeeper::sense(const AskedQuery& query) {
  const auto known = senses_.find(query.key);
  if (known != senses_.end()) return known->second;
  QuerySense sense = sense_of(query.line.text, found(query).corrected, query.line.lang, searcher_.index());
  return senses_.emplace(query.key, std::move(sense)).first->second;
}

// That most visits were lost with, of those whose text is still known.
const AskedQuery* GapKeeper::main_query(const Gap& gap) const {
  for (const GapQuery& query : gap.queries) {
    const auto asked = in_gaps_.find(query.key);
    if (asked != in_gaps_.end() && asked->second.line.sums.searches > 0) return &asked->second;
  }
  return nullptr;
}

// What was counted comes first: another generation may be served by now.
GapFinding GapKeeper::before_opening(const AskedQuery& query) {
  if (2 * query.line.sums.without_result >= query.line.sums.searches) return {};
  return found(query).finding;
}

void GapKeeper::add_query(Gap& gap, const AskedQuery& query) {
  gap.queries.push_back({query.key, 0, 0, before_opening(query), 0});
  in_gaps_[query.key] = query;
}

void GapKeeper::join_failed() {
  std::vector<Gap> made;
  for (const AskedQuery& query : failed_) {
    if (is_ending()) return;
    const QuerySense& asked = sense(query);
    const auto asks_it = [&](const Gap& gap) {
      const AskedQuery* main = main_query(gap);
      return main != nullptr && ask_the_same(asked, sense(*main));
    };
    auto gap = std::find_if(gaps_.begin(), gaps_.end(), asks_it);
    if (gap == gaps_.end()) {
      gap = std::find_if(made.begin(), made.end(), asks_it);
      if (gap == made.end()) gap = made.insert(made.end(), Gap());
    }
    add_query(*gap, query);
  }
  for (Gap& gap : made) {
    gap.lang = main_query(gap)->line.lang;
    sum_up(gap);
    if (gap.sums.lost >= update_.least_visits) gaps_.push_back(std::move(gap));
  }
}

void GapKeeper::sum_up(Gap& gap) const {
  gap.sums = {};
  gap.least_visits = update_.least_visits;
  for (GapQuery& query : gap.queries) {
    const QuerySums& sums = in_gaps_.at(query.key).line.sums;
    query.visits = sums.visits;
    query.lost = lost_visits(sums);
    gap.sums.visits += sums.visits;
    gap.sums.lost += query.lost;
    gap.sums.without_result += sums.without_result;
    gap.sums.without_click += sums.without_click();
    gap.sums.refused += sums.refused;
    gap.sums.unhelpful += sums.unhelpful;
    gap.sums.contact += sums.contact;
  }
  std::erase_if(gap.queries, [](const GapQuery& query) { return query.visits == 0; });
  std::sort(gap.queries.begin(), gap.queries.end(), [](const GapQuery& a, const GapQuery& b) {
    if (a.lost != b.lost) return a.lost > b.lost;
    return a.visits != b.visits ? a.visits > b.visits : a.key < b.key;
  });
  gap.queries.resize(std::min(gap.queries.size(), kMostGapQueries));
}

void GapKeeper::drop_surplus() {
  if (gaps_.size() <= kMostGaps) return;
  std::vector<Gap*> open;
  for (Gap& gap : gaps_) {
    if (gap.state == GapState::open) open.push_back(&gap);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const Gap* a, const Gap* b) { return a->sums.lost < b->sums.lost; });
  open.resize(std::min(open.size(), gaps_.size() - kMostGaps));
  for (Gap* gap : open) gap->queries.clear();
}

void GapKeeper::note_nearest(Gap& gap) {
  const AskedQuery* main = main_query(gap);
  if (main == nullptr) return;
  gap.nearest = found(*main).articles;
  gap.nearest.resize(std::min(gap.nearest.size(), kNearest));
}

bool GapKeeper::is_answered(const Gap& gap) {
  int64_t all = 0;
  int64_t answered = 0;
  for (const GapQuery& query : asked_again(gap)) {
    const int64_t weight = std::max<int64_t>(query.lost, 1);
    all += weight;
    if (may_answer(query.before, found(query).finding)) answered += weight;
  }
  return all > 0 && 2 * answered >= all;
}

Verdict GapKeeper::verdict_since(const Gap& gap, const std::string& generation) const {
  Verdict verdict;
  for (const GapQuery& query : gap.queries) {
    const QuerySums sums = query_sums(events_, in_gaps_.at(query.key).line.query, generation);
    verdict.visits += sums.visits;
    verdict.lost += lost_visits(sums);
    verdict.searches += sums.searches;
    verdict.helped += std::min(sums.searches, sums.clicked + sums.solved);
  }
  return verdict;
}

// Since it was closed, or since this generation is served.
bool GapKeeper::is_known_to_fail(const Gap& gap) const {
  return verdict_since(gap, gap.generation()).fails(update_.least_visits) ||
         verdict_since(gap, searcher_.name()).fails(update_.least_visits);
}

void GapKeeper::change(Gap& gap, GapState state) {
  gap.state = state;
  gap.changes.push_back({state, update_.now, searcher_.name(), ""});
}

void GapKeeper::open_again(Gap& gap) {
  change(gap, GapState::open);
  gap.proof.reset();
  for (GapQuery& query : gap.queries) query.rank = 0;
  for (GapQuery& query : asked_again(gap)) query.before = found(query).finding;
}

// Id and language of the document of what is found now that most visits opened.
std::optional<std::pair<std::string, std::string>> GapKeeper::most_chosen(const Gap& gap) {
  std::map<std::pair<std::string, std::string>, int64_t> chosen;
  for (const GapQuery& query : asked_again(gap)) {
    const std::vector<GapArticle>& articles = found(query).articles;
    each_click_of(events_, in_gaps_.at(query.key).line.query, [&](const ClickLine& click) {
      for (const GapArticle& article : articles) {
        if (article.id == click.article && article.lang == click.article_lang)
          chosen[{article.id, article.lang}] += click.visits;
      }
    });
  }
  const auto most = std::max_element(chosen.begin(), chosen.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == chosen.end() ? std::nullopt : std::optional(most->first);
}

// Where nothing was opened, as all were called solved, the first that is found is the proof.
void GapKeeper::close(Gap& gap) {
  change(gap, GapState::closed);
  const auto most = most_chosen(gap);
  for (GapQuery& query : asked_again(gap)) {
    const std::vector<GapArticle>& articles = found(query).articles;
    const auto place = std::find_if(articles.begin(), articles.end(), [&](const GapArticle& article) {
      return !most || (article.id == most->first && article.lang == most->second);
    });
    query.rank = place == articles.end() ? 0 : place - articles.begin() + 1;
    if (query.rank != 0 && !gap.proof) gap.proof = *place;
  }
}

void GapKeeper::judge(Gap& gap, GapsChanged& changed) {
  if (gap.queries.empty() || gap.state == GapState::not_topic) return;
  if (gap.state == GapState::open && is_answered(gap)) {
    change(gap, GapState::answered);
    ++changed.answered;
  }
  if (gap.state == GapState::answered) {
    const Verdict verdict = verdict_since(gap, gap.generation());
    if (!is_answered(gap) || verdict.fails(update_.least_visits)) {
      open_again(gap);
      ++changed.reopened;
    } else if (verdict.proves(update_.least_visits)) {
      close(gap);
      ++changed.closed;
    }
  } else if (gap.state == GapState::closed && is_known_to_fail(gap)) {
    open_again(gap);
    ++changed.reopened;
  }
}

std::vector<Gap> GapKeeper::run(GapsChanged& changed) {
  read_queries();
  join_failed();
  for (size_t i = 0; i < before_.size(); ++i) sum_up(gaps_[i]);  // new ones are
  drop_surplus();
  std::vector<Gap> out;
  for (size_t i = 0; i < gaps_.size(); ++i) {
    Gap& gap = gaps_[i];
    if (gap.number == 0 && gap.queries.empty()) continue;
    if (is_ending()) break;
    note_nearest(gap);
    if (gap.number == 0) {
      change(gap, GapState::open);
      ++changed.opened;
    }
    judge(gap, changed);
    if (i >= before_.size() || !(gap == before_[i])) out.push_back(std::move(gap));
  }
  if (!is_ending()) return out;
  changed = {};  // who joins which gap was perhaps looked at for some queries alone
  return {};
}

}  // namespace

std::vector<Gap> changed_gaps(const std::vector<Gap>& gaps, SqliteDatabase& events, const Searcher& searcher,
                              const GapUpdate& update, GapsChanged& changed) {
  return GapKeeper(gaps, events, searcher, update).run(changed);
}

GapsChanged update_gaps(Store& store, SqliteDatabase& events, const Searcher& searcher,
                        const GapUpdate& update) {
  std::vector<Gap> gaps;
  store.read([&](SqliteDatabase& database) {
    each_gap(database, std::nullopt, [&](const Gap& gap) { gaps.push_back(gap); });
  });
  GapsChanged changed;
  const std::vector<Gap> out = changed_gaps(gaps, events, searcher, update, changed);
  for (size_t first = 0; first < out.size(); first += kGapsOfWrite) {
    const auto some = std::span(out).subspan(first, std::min(kGapsOfWrite, out.size() - first));
    store.write([&](SqliteDatabase& database) {
      for (const Gap& gap : some) keep_reckoned_gap(database, gap);
    });
  }
  return changed;
}

}  // namespace signpost
