// report_table.cc - see report_table.h.
#include "report/report_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/csv.h"
#include "base/printable.h"
#include "base/utf8.h"

namespace signpost {
namespace {

using ReportJson = nlohmann::ordered_json;

ReportJson cell_json(const ReportCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<int64_t>(&cell)) return *number;
  return nullptr;
}

ReportJson rows_json(const ReportTable& table) {
  ReportJson rows = ReportJson::array();
  for (const auto& row : table.rows) {
    ReportJson object = ReportJson::object();
    for (size_t i = 0; i < table.columns.size(); ++i) object[table.columns[i]] = cell_json(row[i]);
    rows.push_back(std::move(object));
  }
  return rows;
}

std::string json_text(const ReportJson& json) {
  return printable_json(json.dump(-1, ' ', false, ReportJson::error_handler_t::replace)) + "\n";
}

std::string cell_text(const ReportCell& cell) {
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) return printable(*text);
  return "-";
}

bool is_number(const ReportTable& table, size_t column) {
  return !table.rows.empty() && std::holds_alternative<int64_t>(table.rows.front()[column]);
}

// In characters; the last column has no width, as nothing stands behind it.
std::vector<size_t> widths_of(const ReportTable& table) {
  std::vector<size_t> widths;
  widths.reserve(table.columns.size());
  for (size_t column = 0; column < table.columns.size(); ++column) {
    size_t width = table.columns[column].size();
    for (const auto& row : table.rows) width = std::max(width, count_code_points(cell_text(row[column])));
    widths.push_back(column + 1 == table.columns.size() && !is_number(table, column) ? 0 : width);
  }
  return widths;
}

std::string padded(const std::string& text, size_t width, bool to_the_right) {
  const size_t size = count_code_points(text);
  const std::string space(width > size ? width - size : 0, ' ');
  return to_the_right ? space + text : text + space;
}

}  // namespace

std::string as_csv(const ReportTable& table) {
  std::string csv;
  for (size_t i = 0; i < table.columns.size(); ++i) csv += (i == 0 ? "" : ",") + csv_cell(table.columns[i]);
  csv += "\r\n";
  for (const auto& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) csv += ',';
      if (const auto* text = std::get_if<std::string>(&row[i])) csv += csv_cell(*text);
      if (const auto* number = std::get_if<int64_t>(&row[i])) csv += std::to_string(*number);
    }
    csv += "\r\n";
  }
  return csv;
}

std::string as_json(const ReportTable& table) { return json_text(rows_json(table)); }

std::string as_json(const std::vector<std::pair<std::string, ReportCell>>& values,
                    const std::vector<ReportTable>& tables) {
  ReportJson json = ReportJson::object();
  for (const auto& [name, value] : values) json[name] = cell_json(value);
  for (const ReportTable& table : tables) json[table.name] = rows_json(table);
  return json_text(json);
}

std::string as_text(const ReportTable& table) {
  const std::vector<size_t> widths = widths_of(table);
  std::string text;
  const auto add = [&](size_t column, const std::string& cell) {
    text += (column == 0 ? "" : "  ") + padded(cell, widths[column], is_number(table, column));
  };
  for (size_t i = 0; i < widths.size(); ++i) add(i, table.columns[i]);
  text += "\n";
  for (const auto& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) add(i, cell_text(row[i]));
    text += "\n";
  }
  return text;
}

}  // namespace signpost
