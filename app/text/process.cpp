#include "text/process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

namespace zhengtu::text {

namespace {

constexpr rlim_t mostMemory = rlim_t{2} << 30U;
constexpr rlim_t mostOutput = rlim_t{256} << 20U;

/// A file without a name, in memory: with files at both ends no pipe can fill up and block.
class MemoryFile {
public:
    explicit MemoryFile(char const* name) : m_descriptor{memfd_create(name, MFD_CLOEXEC)} {}
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;
    ~MemoryFile()
    {
        if (m_descriptor >= 0) { close(m_descriptor); }
    }

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    [[nodiscard]] bool fill(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto const written = write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) { return false; }
            if (written > 0) { bytes.remove_prefix(static_cast<std::size_t>(written)); }
        }
        return lseek(m_descriptor, 0, SEEK_SET) == 0;
    }

    [[nodiscard]] std::string content(std::size_t most) const
    {
        std::string all;
        std::array<char, 1U << 16U> buffer{};
        off_t at = 0;
        while (all.size() < most) {
            auto const got = pread(m_descriptor, buffer.data(), buffer.size(), at);
            if (got < 0 && errno == EINTR) { continue; }
            if (got <= 0) { break; }
            all.append(buffer.data(), static_cast<std::size_t>(got));
            at += got;
        }
        return all;
    }

private:
    int m_descriptor;
};

std::string found(std::string const& program)
{
    for (char const* const folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
        if (auto path = folder + program; access(path.c_str(), X_OK) == 0) { return path; }
    }
    return {};
}

void limit(decltype(RLIMIT_CPU) what, rlim_t value)
{
    rlimit const both{value, value};
    setrlimit(what, &both);
}

/// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(char const* path, char* const* arguments, int in, int out, int err, int seconds)
{
    static std::array<char*, 1> nothing{nullptr};
    limit(RLIMIT_CPU, static_cast<rlim_t>(seconds));
    limit(RLIMIT_AS, mostMemory);
    limit(RLIMIT_FSIZE, mostOutput);
    limit(RLIMIT_CORE, 0);
    if (dup2(in, 0) == 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2) {
        close_range(3, ~0U, 0);
        execve(path, arguments, nothing.data());
    }
    _exit(127);
}

} // namespace

Result<Finished> runLimited(std::string const& program, std::vector<std::string> const& arguments, std::string_view input, int seconds)
{
    auto const path = found(program);
    if (path.empty()) { return fail(ErrorCode::FileMissing, program + " is not installed"); }
    MemoryFile const in{"in"}, out{"out"}, err{"err"};
    if (in.descriptor() < 3 || out.descriptor() < 3 || err.descriptor() < 3 || !in.fill(input)) {
        return fail(ErrorCode::Internal, std::string{"no memory for the input of "} + program);
    }
    std::vector<std::string> words{path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words) { pointers.push_back(word.data()); }
    pointers.push_back(nullptr);

    auto const child = fork();
    if (child < 0) { return fail(ErrorCode::Internal, program + " cannot be started: " + std::strerror(errno)); }
    if (child == 0) { become(path.c_str(), pointers.data(), in.descriptor(), out.descriptor(), err.descriptor(), seconds); }

    Finished result;
    int status = 0;
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
    for (auto pause = std::chrono::milliseconds{1};;) {
        auto const gone = waitpid(child, &status, WNOHANG);
        if (gone == child) { break; }
        if (gone < 0 && errno != EINTR) { return fail(ErrorCode::Internal, program + " was lost: " + std::strerror(errno)); }
        if (!result.timedOut && std::chrono::steady_clock::now() > end) {
            result.timedOut = true;
            kill(child, SIGKILL);
        }
        std::this_thread::sleep_for(pause);
        if (pause < std::chrono::milliseconds{20}) { pause *= 2; }
    }
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.output = out.content(mostOutput);
    result.errors = err.content(std::size_t{1} << 16U);
    return result;
}

} // namespace zhengtu::text
