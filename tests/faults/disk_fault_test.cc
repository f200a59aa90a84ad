// disk_fault_test.cc - a full, read-only or broken disk, and a lack of memory, at any call of an index run:
// it ends by itself and says why, what was published stays, and the next run works.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <new>

#include "tests/faults/fault_table.h"
#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

constexpr unsigned kSeed = 20260102;
constexpr int kNotPublished = 2;

// A FaultTable in a file, so that programs can map it.
class SharedTable {
 public:
  explicit SharedTable(const std::string& path) : path_(path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    EXPECT_EQ(::ftruncate(fd, sizeof(FaultTable)), 0);
    void* mapped = ::mmap(nullptr, sizeof(FaultTable), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    table_ = new (mapped) FaultTable;
  }
  ~SharedTable() { ::munmap(table_, sizeof(FaultTable)); }
  SharedTable(const SharedTable&) = delete;
  SharedTable& operator=(const SharedTable&) = delete;

  // The class of calls, of which those from `first` on fail (0: none).
  FaultTable& set(FaultClass kind, int error, long first, bool once) {
    new (table_) FaultTable;
    table_->kind = kind;
    table_->error = error;
    table_->first = first;
    table_->once = once;
    return *table_;
  }

  std::map<std::string, std::string> environment(const std::string& under) const {
    return {{"LD_PRELOAD", std::string(SIGNPOST_FAULT_SHIM)},
            {"SIGNPOST_FAULT_TABLE", path_},
            {"SIGNPOST_FAULT_UNDER", under}};
  }

 private:
  std::string path_;
  FaultTable* table_ = nullptr;
};

struct Fault {
  const char* name;
  FaultClass kind;
  int error;
  bool once;
  bool at_source;    // on files of the source, otherwise on those of the index
  const char* says;  // what the message must hold when nothing was published
};

const Fault kFaults[] = {
    {"FullDisk", FaultClass::write, ENOSPC, false, false, "No space left on device"},
    {"FullForAMoment", FaultClass::write, ENOSPC, true, false, "No space left on device"},
    {"ReadOnlyDisk", FaultClass::write, EROFS, false, false, "Read-only file system"},
    {"FailingSync", FaultClass::sync, EIO, true, false, "Input/output error"},
    {"UnreadableIndex", FaultClass::read, EIO, true, false, "Input/output error"},
    {"UnreadableSource", FaultClass::read, EIO, true, true, "Input/output error"},
    {"NoMemory", FaultClass::memory, ENOMEM, false, false, "memory"},
};

class DiskFaultTest : public ::testing::TestWithParam<Fault> {
 protected:
  int run(const std::map<std::string, std::string>& environment, std::string& said) {
    Program program("signpost-index", {"--source", source_.path(), "--output", index_, "--jobs", "2"},
                    environment);
    const int code = program.wait();
    said = program.output();
    return code;
  }

  TemporaryFolder folder_;
  HelpSource source_{folder_};
  std::string index_ = folder_.path("index");
  SharedTable table_{folder_.path("faults")};
  std::mt19937 random_{kSeed};
};

TEST_P(DiskFaultTest, LeavesWhatWasPublished) {
  const Fault& fault = GetParam();
  const auto environment = table_.environment(fault.kind == FaultClass::memory ? ""
                                              : fault.at_source                ? source_.path()
                                                                               : index_);
  std::string said;
  ASSERT_EQ(run({}, said), 0) << said;
  source_.edit(random_);
  FaultTable& counted = table_.set(fault.kind, 0, 0, false);
  ASSERT_EQ(run(environment, said), 0) << said;
  const long calls = counted.calls;
  ASSERT_GT(calls, 0);

  int fired = 0;
  for (int round = 0; round < fault_rounds(); ++round) {
    source_.edit(random_);
    // Publishing comes last, so few calls are taken from the end.
    const long first = calls <= 50 ? calls - round % calls
                                   : 1 + static_cast<long>(random_() % static_cast<unsigned long>(calls));
    SCOPED_TRACE("round " + std::to_string(round) + ", call " + std::to_string(first) + " of " +
                 std::to_string(calls));
    const uint64_t before = verified_documents(index_);
    const FaultTable& table = table_.set(fault.kind, fault.error, first, fault.once);
    const int code = run(environment, said);
    fired += table.fired;
    EXPECT_GE(code, 0) << "ended by signal " << -code << ":\n" << said;
    EXPECT_LE(code, kNotPublished) << said;
    const uint64_t now = verified_documents(index_);
    if (code == kNotPublished) {
      // Behind the renaming that publishes comes one more sync.
      EXPECT_TRUE(now == before || (fault.kind == FaultClass::sync && now == source_.size())) << now;
      EXPECT_NE(said.find(fault.says), std::string::npos) << said;
    }
  }
  EXPECT_GT(fired, 0);
  ASSERT_EQ(run({}, said), 0) << said;
  EXPECT_EQ(verified_documents(index_), source_.size());
}

INSTANTIATE_TEST_SUITE_P(Faults, DiskFaultTest, ::testing::ValuesIn(kFaults),
                         [](const auto& fault) { return fault.param.name; });

}  // namespace
}  // namespace signpost::testing
