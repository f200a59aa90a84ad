// complaint_table.cc - see complaint_table.h.
#include "store/complaint_table.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

#include "base/error.h"

namespace signpost {
namespace {

constexpr double kNearlyTheSame = 0.5;

std::string_view word_bytes(const std::vector<uint32_t>& words) {
  return {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(uint32_t)};
}

std::vector<uint32_t> stored_words(std::string_view bytes) {
  std::vector<uint32_t> words(bytes.size() / sizeof(uint32_t));
  if (!words.empty()) std::memcpy(words.data(), bytes.data(), words.size() * sizeof(uint32_t));
  return words;
}

// Jaccard's index: 1 for two without any.
double likeness(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() && b.empty()) return 1;
  std::vector<uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() - both.size());
}

struct OpenItem {
  int64_t number = 0;  // 0: none
  double likeness = -1;
  int64_t others = 0;  // open ones of the section and the reason, whatever their step
};

// What another step is said of is never nearly the same.
constexpr double kOfAnotherStep = 0.25;
static_assert(kOfAnotherStep < kNearlyTheSame);

OpenItem likest_open(SqliteDatabase& database, const ComplaintDraft& draft) {
  SqliteStatement select(
      database,
      "SELECT id, words, step FROM complaints WHERE article = ? AND lang = ? AND anchor = ? AND "
      "reason = ? AND state = 'open' ORDER BY id");
  select.bind_text(1, draft.place.id).bind_text(2, draft.place.lang).bind_text(3, draft.place.anchor);
  select.bind_text(4, name_of(draft.reason));
  OpenItem best;
  while (select.step()) {
    ++best.others;
    const double all_alike = likeness(draft.words, stored_words(select.blob(1)));
    const double like = select.number(2) == draft.step ? all_alike : all_alike * kOfAnotherStep;
    if (like > best.likeness) {
      best.number = select.number(0);
      best.likeness = like;
    }
  }
  return best;
}

int64_t insert_complaint(SqliteDatabase& database, const ComplaintDraft& draft, uint32_t day) {
  SqliteStatement insert(
      database,
      "INSERT INTO complaints(article, lang, anchor, section_sum, revision, reason, words, "
      "number, first_day, last_day, step, state) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 'open')");
  insert.bind_text(1, draft.place.id).bind_text(2, draft.place.lang).bind_text(3, draft.place.anchor);
  insert.bind_text(4, draft.section_sum).bind_text(5, draft.revision).bind_text(6, name_of(draft.reason));
  insert.bind_blob(7, word_bytes(draft.words)).bind_number(8, day).bind_number(9, day);
  insert.bind_number(10, draft.step).step();
  return database.last_row();
}

void count_reader(SqliteDatabase& database, int64_t number, uint32_t day) {
  SqliteStatement update(database, "UPDATE complaints SET number = number + 1, last_day = ? WHERE id = ?");
  update.bind_number(1, day).bind_number(2, number).step();
}

std::vector<std::string> comments_of(SqliteDatabase& database, int64_t number) {
  SqliteStatement select(database, "SELECT text FROM complaint_comments WHERE complaint_id = ? ORDER BY id");
  select.bind_number(1, number);
  std::vector<std::string> comments;
  while (select.step()) comments.push_back(select.text(0));
  return comments;
}

void keep_comment(SqliteDatabase& database, int64_t number, const std::string& comment) {
  if (comment.empty()) return;
  const std::vector<std::string> known = comments_of(database, number);
  if (known.size() >= kMaxComments || std::find(known.begin(), known.end(), comment) != known.end()) return;
  SqliteStatement insert(database, "INSERT INTO complaint_comments(complaint_id, text) VALUES (?, ?)");
  insert.bind_number(1, number).bind_text(2, comment).step();
}

constexpr const char* kColumns =
    "SELECT id, article, lang, anchor, section_sum, revision, reason, number, first_day, last_day, state, "
    "end_revision, end_why, end_day, step FROM complaints ";

// Without its comments.
Complaint read_complaint(const SqliteStatement& row) {
  const auto reason = complaint_reason_named(row.text(6));
  const auto state = complaint_state_named(row.text(10));
  if (!reason || !state)
    throw Error(ErrorKind::corrupt, "a complaint has a reason or a state that there is not");
  Complaint complaint{.number = row.number(0),
                      .place = {row.text(1), row.text(2), row.text(3)},
                      .step = row.number(14),
                      .section_sum = row.text(4),
                      .revision = row.text(5),
                      .reason = *reason,
                      .comments = {},
                      .count = row.number(7),
                      .first_day = static_cast<uint32_t>(row.number(8)),
                      .last_day = static_cast<uint32_t>(row.number(9)),
                      .end = std::nullopt,
                      .end_day = static_cast<uint32_t>(row.number(13))};
  if (*state != ComplaintState::open) complaint.end = ComplaintEnd{*state, row.text(11), row.text(12)};
  return complaint;
}

Complaint with_comments(SqliteDatabase& database, Complaint complaint) {
  complaint.comments = comments_of(database, complaint.number);
  return complaint;
}

}  // namespace

int64_t keep_complaint(SqliteDatabase& database, const ComplaintDraft& draft, uint32_t day,
                       ComplaintReader reader) {
  const OpenItem like = likest_open(database, draft);
  const bool joins = like.likeness >= kNearlyTheSame || like.others >= kMaxOpenComplaints;
  const int64_t number = joins ? like.number : insert_complaint(database, draft, day);
  if (reader == ComplaintReader::another || !joins) count_reader(database, number, day);
  keep_comment(database, number, draft.comment);
  return number;
}

std::optional<Complaint> find_complaint(SqliteDatabase& database, int64_t number) {
  const std::string sql = std::string(kColumns) + "WHERE id = ?";
  SqliteStatement select(database, sql.c_str());
  if (!select.bind_number(1, number).step()) return std::nullopt;
  return with_comments(database, read_complaint(select));
}

void each_complaint(SqliteDatabase& database, std::optional<ComplaintState> state,
                    const std::function<void(const Complaint&)>& use) {
  each_complaint_head(database, state,
                      [&](const Complaint& complaint) { use(with_comments(database, complaint)); });
}

void each_complaint_head(SqliteDatabase& database, std::optional<ComplaintState> state,
                         const std::function<void(const Complaint&)>& use) {
  const std::string sql =
      std::string(kColumns) + (state ? "WHERE state = ? " : "") + "ORDER BY number DESC, id";
  SqliteStatement select(database, sql.c_str());
  if (state) select.bind_text(1, name_of(*state));
  while (select.step()) use(read_complaint(select));
}

void each_ended_complaint(SqliteDatabase& database, int64_t most,
                          const std::function<void(const Complaint&)>& use) {
  const std::string sql =
      std::string(kColumns) + "WHERE state <> 'open' ORDER BY end_day DESC, id DESC LIMIT ?";
  SqliteStatement select(database, sql.c_str());
  select.bind_number(1, most);
  while (select.step()) use(read_complaint(select));
}

bool end_complaint(SqliteDatabase& database, int64_t number, const ComplaintEnd& end, uint32_t day) {
  SqliteStatement update(database,
                         "UPDATE complaints SET state = ?, end_revision = ?, end_why = ?, end_day = ? WHERE "
                         "id = ? AND state = 'open'");
  update.bind_text(1, name_of(end.state)).bind_text(2, end.revision).bind_text(3, end.why);
  update.bind_number(4, day).bind_number(5, number).step();
  return database.changed_rows() > 0;
}

int64_t change_comments(SqliteDatabase& database, const std::function<bool(std::string&)>& change) {
  std::vector<std::pair<int64_t, std::string>> changed;
  std::set<int64_t> items;
  {
    SqliteStatement select(database, "SELECT id, complaint_id, text FROM complaint_comments");
    while (select.step()) {
      std::string text = select.text(2);
      if (!change(text)) continue;
      changed.emplace_back(select.number(0), std::move(text));
      items.insert(select.number(1));
    }
  }
  SqliteStatement update(database, "UPDATE complaint_comments SET text = ? WHERE id = ?");
  for (const auto& [id, text] : changed) {
    update.bind_text(1, text).bind_number(2, id).step();
    update.reset();
  }
  return static_cast<int64_t>(items.size());
}

void count_vote(SqliteDatabase& database, const SectionPlace& place, const std::string& section_sum,
                bool helpful) {
  SqliteStatement insert(
      database,
      "INSERT INTO votes(article, lang, anchor, section_sum, helpful, unhelpful) VALUES (?, "
      "?, ?, ?, ?, ?) ON CONFLICT(article, lang, anchor, section_sum) DO UPDATE SET helpful "
      "= helpful + excluded.helpful, unhelpful = unhelpful + excluded.unhelpful");
  insert.bind_text(1, place.id).bind_text(2, place.lang).bind_text(3, place.anchor).bind_text(4, section_sum);
  insert.bind_number(5, helpful ? 1 : 0).bind_number(6, helpful ? 0 : 1).step();
}

Votes votes_of(SqliteDatabase& database, const SectionPlace& place, const std::string& section_sum) {
  SqliteStatement select(database,
                         "SELECT helpful, unhelpful FROM votes WHERE article = ? AND lang = ? AND anchor = ? "
                         "AND section_sum = ?");
  select.bind_text(1, place.id).bind_text(2, place.lang).bind_text(3, place.anchor).bind_text(4, section_sum);
  if (!select.step()) return {};
  return {select.number(0), select.number(1)};
}

std::vector<VotedText> voted_texts(SqliteDatabase& database) {
  std::vector<VotedText> texts;
  SqliteStatement select(database, "SELECT article, lang, anchor, section_sum FROM votes");
  while (select.step()) texts.push_back({{select.text(0), select.text(1), select.text(2)}, select.text(3)});
  return texts;
}

void delete_votes(SqliteDatabase& database, const VotedText& text) {
  SqliteStatement remove(
      database, "DELETE FROM votes WHERE article = ? AND lang = ? AND anchor = ? AND section_sum = ?");
  remove.bind_text(1, text.place.id).bind_text(2, text.place.lang).bind_text(3, text.place.anchor);
  remove.bind_text(4, text.section_sum).step();
}

}  // namespace signpost
