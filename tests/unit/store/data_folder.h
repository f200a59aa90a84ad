// data_folder.h - an empty folder for one test, gone with it, and drafts to put into it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "sqlite/database.h"
#include "store/data_file.h"
#include "store/request.h"

namespace signpost {

class DataFolder {
 public:
  explicit DataFolder(const std::string& name)
      : path_((std::filesystem::path(::testing::TempDir()) / (name + "-" + std::to_string(getpid())))
                  .string()) {
    std::filesystem::remove_all(path_);
  }
  ~DataFolder() { std::filesystem::remove_all(path_); }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  const std::string& path() const { return path_; }
  SqliteDatabase open() const { return open_data_file(path_, std::chrono::milliseconds(0)); }

 private:
  std::string path_;
};

inline RequestDraft draft_of(const std::string& reply_to, const std::string& message = "It does not print.") {
  return {.lang = "en",
          .reply_to = reply_to,
          .name = "Ann",
          .message = message,
          .product = "printer",
          .packet = {.questions = {"how do I print?"},
                     .read = {{"print", "paper"}, {"fax", ""}},
                     .tried = {{"print", "paper", 2}},
                     .answers = {"Put in paper."},
                     .incidents = {"2026-11-29-outage"}}};
}

}  // namespace signpost
