// answer_questions.cc - reads SQuAD's JSON and tables of questions.
#include "eval/answer_questions.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "base/json_limits.h"
#include "eval/lines.h"

namespace signpost {
namespace {

using Value = nlohmann::json;

constexpr JsonLimits kSquadLimits{256U << 20, 16, 20'000'000};

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
  throw Error(ErrorKind::usage, path + ": error: " + what);
}

std::vector<std::string> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return out;
}

void add_questions(const Value& paragraph, std::vector<AnswerQuestion>& out) {
  for (const Value& asked : paragraph.at("qas")) {
    AnswerQuestion question;
    question.id = asked.at("id").is_string() ? asked.at("id").get<std::string>() : asked.at("id").dump();
    question.text = asked.at("question").get<std::string>();
    question.own_text = paragraph.at("context").get<std::string>();
    for (const Value& span : asked.at("answers")) question.gold.push_back(span.at("text").get<std::string>());
    if (question.gold.empty()) question.refusals = {"no_match", "low_confidence"};
    out.push_back(std::move(question));
  }
}

constexpr std::array<std::string_view, 7> kColumns = {"id",     "lang",   "question", "kind",
                                                      "reason", "source", "gold"};

AnswerQuestion read_row(const std::vector<std::string>& cells) {
  AnswerQuestion out;
  out.id = cells[0];
  out.lang = cells[1];
  out.text = cells[2];
  out.kind = cells[3];
  out.refusals = split_at(cells[4], "|");
  out.sources = split_at(cells[5], " ");
  if (!cells[6].empty()) out.gold = {cells[6]};
  return out;
}

// Also the empty ones.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find('\t', at), line.size());
    out.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<AnswerQuestion> parse_squad(std::string_view json, const std::string& path) {
  std::vector<AnswerQuestion> out;
  try {
    check_json(json, kSquadLimits);
    const Value set = Value::parse(json);
    for (const Value& article : set.at("data")) {
      for (const Value& paragraph : article.at("paragraphs")) add_questions(paragraph, out);
    }
  } catch (const std::exception& error) {
    refuse(path, std::string("this is no set of questions in SQuAD's form: ") + error.what());
  }
  return out;
}

std::vector<AnswerQuestion> parse_answer_table(std::string_view text, const std::string& path) {
  std::vector<AnswerQuestion> out;
  each_line(text, [&](std::string_view line, int number) {
    const std::vector<std::string> cells = cells_of(line);
    const std::string place = path + ":" + std::to_string(number);
    if (number == 1) {
      if (!std::equal(cells.begin(), cells.end(), kColumns.begin(), kColumns.end()))
        refuse(place, "the columns are: id, lang, question, kind, reason, source, gold");
      return;
    }
    if (cells.size() != kColumns.size())
      refuse(place, "a question's line has 7 columns, this one " + std::to_string(cells.size()));
    AnswerQuestion question = read_row(cells);
    if (question.gold.empty() == question.refusals.empty())
      refuse(place, "a question has either a gold text or a reason to refuse it");
    out.push_back(std::move(question));
  });
  return out;
}

std::vector<AnswerQuestion> parse_answer_questions(std::string_view text, const std::string& path) {
  const size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool json = first != std::string_view::npos && text[first] == '{';
  return json ? parse_squad(text.substr(first), path) : parse_answer_table(text, path);
}

bool has_gold(std::string_view quoted, const AnswerQuestion& question) {
  return std::any_of(question.gold.begin(), question.gold.end(), [&](const std::string& gold) {
    size_t at = 0;
    for (const std::string& part : split_at(gold, " … ")) {
      at = quoted.find(part, at);
      if (at == std::string_view::npos) return false;
      at += part.size();
    }
    return true;
  });
}

}  // namespace signpost
